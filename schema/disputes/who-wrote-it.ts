import { attribution } from '../../src/disputes/attribution.js';

export const whoWroteIt = attribution({
  id: 'who-wrote-it',
  about: 'A document names other authors in one place than in another, for instance in its byline and at its end.',
  leaves: 'Authors named together in one place.',
  type: 'WRITTEN_BY',
  work: 'subject',
  asks: (work) => `Who wrote “${work}”`,
});
