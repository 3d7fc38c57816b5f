import type { ClaimRecord } from '../model/claim.js';
import type { Fault } from './bound.js';

/** A fault of a row: what of it was not taken, or was taken and is not certain. */
export interface Told extends Fault {
  readonly level: 'refused' | 'doubtful';
  /** Where in the mapping. */
  readonly place: string;
}

/** Where a record stands. */
export type Place = Pick<ClaimRecord, 'file' | 'sha256' | 'row' | 'id'>;

/** What is told of a row once all rows are read. */
export interface ToldAt {
  readonly place: Place;
  readonly told: Told;
}

/** Of no row: what is told of the whole. */
export const NOWHERE: Place = { file: '', sha256: '', row: 0, id: null };

/** Of a row of which nothing else can be told. */
export const NOTHING: Told = { level: 'refused', place: 'rows', column: '', value: '', reason: 'the mapping makes nothing of this row', candidates: [] };
