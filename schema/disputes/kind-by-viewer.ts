import { kindByViewer } from '../../src/disputes/rules/kind-by-viewer.js';

/** What a partnership is called, how an agreement stands: values of these lists need not exclude one another. */
export const kinds = kindByViewer({
  PartnershipKind: [['THEMATIC', '*']],
  AgreementStatus: [
    ['SIGNED', 'IN_FORCE'],
    ['PROPOSED', 'SIGNED'],
    ['SIGNED', 'ENDED'],
  ],
  AgreementKind: [
    ['DEFENCE', '*'],
    ['ALLIANCE', 'TREATY'],
    ['SECTORAL', '*'],
  ],
  Wording: [
    ['QUOTED', 'TRANSLATED'],
    ['PARTLY_QUOTED', '*'],
    ['REPORTED', '*'],
  ],
});
