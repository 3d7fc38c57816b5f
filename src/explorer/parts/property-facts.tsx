import { sorts } from '../data/vocabulary.ts';
import type { EntityPage } from '../operations/entity.ts';
import { term } from '../words/terms.ts';
import { useWords } from '../words/words.tsx';
import { FactRow } from './fact-row.tsx';
import { When } from './when.tsx';

type Claim = NonNullable<EntityPage['entity']>['claims']['edges'][number]['node'];

/** What is said of the properties of an entity; where sources differ, what each says stands side by side. */
export function PropertyFacts({ claims }: { claims: readonly Claim[] }) {
  const words = useWords();
  if (claims.length === 0) return null;
  // What is a bare number says least.
  const byFact = [...grouped(claims, ({ predicate }) => predicate)].sort(([one], [other]) => Number(isNumber(one)) - Number(isNumber(other)));
  return (
    <section>
      <h2>{words.entity.facts}</h2>
      {byFact.map(([predicate, all]) => (
        <div className="property-group" key={predicate}>
          {[...grouped(all, (claim) => `${claim.polarity} ${claim.value ?? claim.when?.edtf ?? claim.summary}`)].map(([said, same], at) => (
            <FactRow
              key={said}
              claims={same}
              isDisputed={at === 0 && same.some(({ fact }) => fact.disputed)}
              isIntended={same.every(({ modality }) => modality === 'PLANNED' || modality === 'HOPED')}
            >
              <span className="property">{at === 0 ? term(words, predicate) : ''}</span>
              <Value claim={same[0]} />
            </FactRow>
          ))}
        </div>
      ))}
    </section>
  );
}

function isNumber(predicate: string): boolean {
  return sorts.get(predicate) === 'number';
}

function Value({ claim }: { claim: Claim | undefined }) {
  const words = useWords();
  if (!claim) return null;
  if (claim.value === null) return claim.when ? <When when={claim.when} /> : <span>{claim.summary}</span>;
  const sort = sorts.get(claim.predicate);
  return (
    <span className="value">
      {sort === 'term' ? term(words, claim.value) : sort === 'time' ? <When when={{ edtf: claim.value }} /> : claim.value}
      {claim.assertedBy ? <span className="note"> ({words.evidence.says(claim.assertedBy.name)})</span> : null}
    </span>
  );
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
