import type { Kind, Reading } from '../model/vocabulary.js';
import { alikeIn } from './alike.js';
import { sideOf, typeName } from './names.js';
import { linkField } from './link-lists.js';
import { propertyField } from './property-field.js';
import type { FieldBuilder, Fields, Publisher } from './publisher.js';
import type { Subject } from './scope.js';

/**
 * Publishes every kind of the vocabulary with its properties and the lists of its relationships. A list reads the same
 * from each kind that stands at that end.
 */
export function publishKinds(publisher: Publisher): void {
  const { outputs } = alikeIn(publisher.builder);
  for (const kind of publisher.vocabulary.kinds) {
    const readings = ownReadings(publisher, kind).filter((reading) => !outputs.isMade(sideOf(reading), typeName(kind), reading.field));
    publisher.implement(kind);
    publisher.fields(kind, (t) => ({
      ...ownProperties(publisher, t, kind),
      ...Object.fromEntries(readings.map((reading) => [reading.field, linkField(publisher, t, { type: typeName(kind), reading })])),
    }));
  }
}

function ownProperties(publisher: Publisher, t: FieldBuilder<Subject>, kind: Kind): Fields {
  const inherited = kind.extends?.properties ?? {};
  const own = Object.entries(kind.properties).filter(([name]) => !Object.hasOwn(inherited, name) && !isCommon(kind, name));
  const read = { columns: ({ entity }: Subject) => entity.columns, scope: ({ scope }: Subject) => scope };
  return Object.fromEntries(own.map(([name, value]) => [name, propertyField(publisher, t, name, value, read)]));
}

/** Whether every entity has it: the time that its kind is ordered by, where the kind calls that `when` as well. */
function isCommon({ orderedBy }: Kind, name: string): boolean {
  return name === 'when' && name === orderedBy;
}

/** The lists of relationships that a kind does not have by its family. */
function ownReadings({ vocabulary }: Publisher, kind: Kind): readonly Reading[] {
  return vocabulary.readings(kind).filter(({ relationship, direction }) => {
    const ends = direction === 'IN' ? relationship.to : relationship.from;
    return !kind.extends || ends.includes(kind) || !vocabulary.fits(kind.extends, ends);
  });
}
