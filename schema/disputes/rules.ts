import type { Rule } from '../../src/disputes/rule.js';
import { GENERIC_RULES } from '../../src/disputes/rules/index.js';
import { commemoratesTwo } from './commemorates-two.js';
import { dormantWithActivity } from './dormant-with-activity.js';
import { kinds } from './kind-by-viewer.js';
import { levelByViewer } from './level-by-viewer.js';
import { partySucceeded } from './party-succeeded.js';
import { relationHopedFor } from './relation-hoped-for.js';
import { titlesDiffer } from './titles-differ.js';
import { treatyBeforeRelations } from './treaty-before-relations.js';
import { whoSaidIt } from './who-said-it.js';
import { whoWroteIt } from './who-wrote-it.js';

/** All rules by which claims are found to disagree: those of every vocabulary, and those of this one. */
export const disputeRules: readonly Rule[] = [
  ...GENERIC_RULES,
  kinds,
  commemoratesTwo,
  dormantWithActivity,
  levelByViewer,
  partySucceeded,
  relationHopedFor,
  titlesDiffer,
  treatyBeforeRelations,
  whoSaidIt,
  whoWroteIt,
];
