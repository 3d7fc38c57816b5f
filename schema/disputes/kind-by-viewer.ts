import { kindByViewer } from '../../src/disputes/rules/kind-by-viewer.js';

/** What a partnership is called, how an agreement stands, how an act is classed: values of these lists need not exclude one another. */
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
  PloverType: [['ASSESS', '*']],
  Wording: [
    ['QUOTED', 'TRANSLATED'],
    ['REPORTED', '*'],
  ],
});
