import type { Named } from '../data/named.ts';
import { plain } from '../words/plain.ts';
import { term } from '../words/terms.ts';
import { useWords } from '../words/words.tsx';
import { EntityLink } from './entity-link.tsx';
import { When } from './when.tsx';

type Fields = Readonly<Record<string, unknown>>;

/** The answer to an operation of whatever shape: entities as links, claims in their summaries, times in words, lists as lists. */
export function AnswerTree({ value }: { value: unknown }) {
  const words = useWords();
  if (isNothing(value)) return <span className="note">{words.questions.nothing}</span>;
  if (Array.isArray(value)) return <Items items={value} />;
  if (typeof value === 'boolean') return value ? words.questions.yes : words.questions.no;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return <span lang="en">{/^[A-Z][A-Z_]*$/.test(value) ? term(words, value) : value}</span>;
  return <Node fields={value as Fields} />;
}

function Items({ items }: { items: readonly unknown[] }) {
  return (
    <ul className="bullets">
      {items.map((item, at) => (
        <li key={keyOf(item) ?? at}>
          <AnswerTree value={item} />
        </li>
      ))}
    </ul>
  );
}

function Node({ fields }: { fields: Fields }) {
  const list = listIn(fields);
  if (list) {
    const total = fields['totalCount'];
    return (
      <>
        {typeof total === 'number' ? <strong>{total}</strong> : null}
        {list.length === 0 ? null : <Items items={list} />}
      </>
    );
  }
  const { edtf, summary, source } = fields;
  if (typeof edtf === 'string') return <When when={{ edtf }} />;
  const isClaim = typeof summary === 'string';
  const [entity, from] = [entityIn(fields), isClaim ? entityIn(source) : null];
  const told = new Set(['__typename', ...(entity ? ['id', 'label', 'kind'] : []), ...(isClaim ? ['summary', 'span', 'id'] : []), ...(from ? ['source'] : [])]);
  const rest = Object.entries(fields)
    .filter(([name]) => !told.has(name))
    .flatMap(([name, value]) => (isWrapper(value) ? Object.entries(value) : [[name, value] as const]))
    // What is asserted and not disputed says so by standing there.
    .filter(([name, value]) => name !== '__typename' && !isNothing(value) && value !== 'ASSERTED');
  return (
    <>
      {entity ? <EntityLink entity={entity} /> : null}
      {isClaim ? <span lang="en">{summary}</span> : null} {from ? <EntityLink entity={from} /> : null}
      {rest.length === 0 ? null : <AnswerFields fields={rest} />}
    </>
  );
}

/** An entity with a name to link it by; null for what is none. */
function entityIn(value: unknown): Named | null {
  if (typeof value !== 'object' || value === null) return null;
  const { id, label, kind } = value as Fields;
  return typeof id === 'string' && typeof label === 'string' ? { id, label, name: label, kind: typeof kind === 'string' ? kind : '' } : null;
}

/** Whether something only holds others together, as a fact does its claims, and is nothing of its own. */
function isWrapper(value: unknown): value is Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || listIn(value as Fields)) return false;
  return !['edtf', 'summary', 'id'].some((name) => name in value);
}

/** What an answer says of something, each part by its name. */
export function AnswerFields({ fields }: { fields: readonly (readonly [string, unknown])[] }) {
  const words = useWords();
  return (
    <dl className="answer-fields">
      {fields.map(([name, value]) => (
        <div key={name}>
          <dt>{name === 'claims' ? words.source.claims : (words.fields[name] ?? words.terms[name] ?? plain(name))}</dt>
          <dd>
            <AnswerTree value={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What a connection holds; null for what is none. */
function listIn({ nodes, edges }: Fields): readonly unknown[] | null {
  if (Array.isArray(nodes)) return nodes as readonly unknown[];
  return Array.isArray(edges) ? (edges as readonly { readonly node?: unknown }[]).map((edge) => edge.node ?? edge) : null;
}

/** Whether there is nothing to tell: no value, or a list without any. */
function isNothing(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && listIn(value as Fields)?.length === 0 && ((value as Fields)['totalCount'] ?? 0) === 0;
}

function keyOf(item: unknown): string | null {
  const id = typeof item === 'object' && item !== null ? (item as Fields)['id'] : null;
  return typeof id === 'string' ? id : null;
}
