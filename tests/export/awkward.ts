import type { Content } from '../../src/graph/store.js';
import { content } from '../contract/invented.js';

/** The invented world with names that every format must quote. */
export const awkward: Content = {
  ...content,
  entities: content.entities.map((entity) =>
    entity.id === 'country/xb'
      ? { ...entity, label: '=HYPERLINK("x");\n<b>&\'\\ Ж 한 🎈\u{1}' }
      : entity.id === 'country/xc'
        ? { ...entity, label: 'a;\nMATCH (n) DETACH DELETE n; //' }
        : entity,
  ),
};
