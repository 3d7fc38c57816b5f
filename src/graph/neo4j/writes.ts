import { statement, type Row } from '../statements.js';
import { count, text } from './rows.js';

const written = (row: Row) => count(row, 'count');

export const beginCommit = statement('begin-commit', ['stale'], written);
export const endCommit = statement('end-commit', ['commits'], written);
export const takeTurn = statement('take-turn', [], written);
export const removeLinks = statement('remove-links', ['keys'], written, ['TYPE']);
export const removeClaims = statement('remove-claims', ['ids'], written);
export const createEntities = statement('create-entities', ['rows'], written);
export const putEntities = statement('put-entities', ['rows'], written);
export const createLinks = statement('create-links', ['rows'], written, ['TYPE']);
export const createClaims = statement('create-claims', ['rows'], written);
export const putClaims = statement('put-claims', ['rows'], written);
export const removeEntities = statement('remove-entities', ['ids'], written);
export const putDisputes = statement('put-disputes', ['rows'], written);
export const removeDisputes = statement('remove-disputes', ['ids'], written);
export const markDisputes = statement('mark-disputes', ['isDone'], written);
export const noteApplied = statement('note-applied', ['taken', 'data'], written);
export const claimsBelonging = statement(
  'claims-belonging',
  ['ids'],
  (row) => [text(row, 'id'), { factKey: text(row, 'factKey'), describes: text(row, 'describes') }] as const,
);
