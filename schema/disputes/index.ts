import { publishCounts } from '../../src/graphql/counts.js';
import { publishDisputes } from '../../src/graphql/disputes.js';
import { extension } from '../../src/graphql/publish.js';
import { disputeRules } from './rules.js';

/** Disputes and count checks, by the rules of this folder and those of every vocabulary. */
export const disagreements = extension((publisher) => {
  publishDisputes(publisher, disputeRules);
  publishCounts(publisher);
});
