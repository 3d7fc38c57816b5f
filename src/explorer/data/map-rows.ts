import type { Placed } from '../operations/map.ts';
import type { Named } from './named.ts';

/** A line of the table beside a map, and what is drawn for it. */
export interface Row {
  readonly entity: Named;
  readonly when: { readonly edtf: string } | null;
  readonly places: readonly Placed[];
  readonly isPlanned: boolean;
}

/** A partnership with its parties. */
export interface Joined {
  readonly node: Named & {
    readonly intended: boolean;
    readonly since: { readonly edtf: string } | null;
    readonly parties: { readonly edges: readonly { readonly node: Placed }[] };
  };
}

/** Partnerships as rows: each joins the places of its parties. */
export function partnershipRows(edges: readonly Joined[]): Row[] {
  return edges.map(({ node }) => ({ entity: node, when: node.since, places: node.parties.edges.map((edge) => edge.node), isPlanned: node.intended }));
}

interface Held {
  readonly node: Named & {
    readonly when: { readonly edtf: string } | null;
    readonly places: { readonly edges: readonly { readonly node: Placed }[] };
  };
}

/** Events as rows, in their order; those whose place nobody names are left out. */
export function journeyRows(edges: readonly Held[]): Row[] {
  return edges
    .map(({ node }) => ({ entity: node, when: node.when, places: node.places.edges.map((edge) => edge.node), isPlanned: false }))
    .filter(({ places }) => places.length > 0);
}
