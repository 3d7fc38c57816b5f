import type { Kind } from '../model/vocabulary.js';
import { linkField } from './link-lists.js';
import { propertyField } from './property-field.js';
import type { FieldBuilder, Fields, Publisher } from './publisher.js';
import type { Subject } from './scope.js';

/** Publishes every kind of the vocabulary with its properties and the lists of its relationships. */
export function publishKinds(publisher: Publisher): void {
  for (const kind of publisher.vocabulary.kinds) {
    publisher.implement(kind);
    publisher.fields(kind, (t) => ({ ...ownProperties(publisher, t, kind), ...ownReadings(publisher, t, kind) }));
  }
}

function ownProperties(publisher: Publisher, t: FieldBuilder<Subject>, kind: Kind): Fields {
  const inherited = kind.extends?.properties ?? {};
  const own = Object.entries(kind.properties).filter(([name]) => !Object.hasOwn(inherited, name));
  const read = { columns: ({ entity }: Subject) => entity.columns, scope: ({ scope }: Subject) => scope };
  return Object.fromEntries(own.map(([name, value]) => [name, propertyField(publisher, t, name, value, read)]));
}

function ownReadings(publisher: Publisher, t: FieldBuilder<Subject>, kind: Kind): Fields {
  const { vocabulary } = publisher;
  const readings = vocabulary.readings(kind).filter(({ relationship, direction }) => {
    const ends = direction === 'IN' ? relationship.to : relationship.from;
    return !kind.extends || ends.includes(kind) || !vocabulary.fits(kind.extends, ends);
  });
  return Object.fromEntries(readings.map((reading) => [reading.field, linkField(publisher, t, reading)]));
}
