import { initGraphQLTada } from 'gql.tada';
import type { introspection } from '../graphql-env.d.ts';

/** Documents typed by the printed schema; `npm run check` writes these types before it checks them. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  disableMasking: true;
  scalars: { ID: string; EDTF: string; Date: string; JSON: unknown };
}>();
