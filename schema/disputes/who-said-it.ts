import { attribution } from '../../src/disputes/attribution.js';

export const whoSaidIt = attribution({
  id: 'who-said-it',
  about: 'One and the same statement is credited to different people in different places of a document, for instance in the text and in its footnote.',
  leaves: 'Statements made together; a person and the country or body that the person speaks for.',
  type: 'SAID',
  work: 'object',
  asks: (work) => `Who said “${work}”`,
});
