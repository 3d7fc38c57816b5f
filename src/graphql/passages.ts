import { passes, type Filter } from '../graph/filter.js';
import { normalForm } from '../graph/normal-form.js';
import type { Claim, Span } from '../model/claim.js';
import { listOf, type Connection, type Edge } from './connection.js';
import type { PageArgs } from './cursor.js';
import { claimFilter, claimsAtHand, inOrder } from './claim-lists.js';
import { publishList } from './list-type.js';
import type { Publisher } from './publisher.js';
import { isNull, textTests, type TextInput } from './ranges.js';
import type { Scope, Subject } from './scope.js';
import type { SpanHandle } from './spans.js';
import { listIn } from './values.js';

/** A sentence of a source, with the claims whose main words stand in it. */
interface Passage {
  readonly scope: Scope;
  readonly source: string;
  readonly index: number;
  readonly span: Span;
  readonly excuse: string | null;
}

interface Coverage {
  readonly sentences: number;
  readonly claimed: number;
  readonly excused: number;
}

/** A sentence holds fewer claims than this; more would be cut. */
const MOST_CLAIMS = 100;
const PAGE = 1_000;

/** The sentences of a source in order. */
export function passagesOf({ scope, entity }: Subject): readonly Passage[] {
  const excuses = listIn(entity.columns, 'excuses');
  return listIn(entity.columns, 'sentences').map((text, index) => {
    const [start = 0, end = 0] = String(text).split('-').map(Number);
    return { scope, source: entity.id, index, span: { start, end }, excuse: String(excuses[index] ?? '') || null };
  });
}

async function claimsIn({ scope, source, span }: Passage, filter: Filter): Promise<Claim[]> {
  const after = { sort: `${source}|${String(span.start).padStart(8, '0')}|`, id: '' };
  const page = await scope.claimPage({ side: 'source', filter, descending: false, first: MOST_CLAIMS }, { id: source, after });
  return page.items.filter(({ spans: [main] }) => main !== undefined && main.start >= span.start && main.start < span.end);
}

async function passageAt({ scope, source, span }: SpanHandle): Promise<Passage | null> {
  const document = await scope.entity(source);
  return (document && passagesOf(document).findLast((passage) => passage.span.start <= span.start && span.start < passage.span.end)) ?? null;
}

/** How many sentences a source has, on how many of them a claim stands, and how many are excused. */
export async function coverageOf(subject: Subject): Promise<Coverage> {
  const { scope, entity } = subject;
  const starts: number[] = [];
  for (let after: { sort: string; id: string } | null = null; ;) {
    const page: { items: readonly Claim[]; more: boolean } = await scope.claimPage(
      { side: 'source', filter: [], descending: false, first: PAGE },
      { id: entity.id, after },
    );
    for (const { spans } of page.items) if (spans[0]) starts.push(spans[0].start);
    const last = page.items.at(-1);
    if (!page.more || !last) break;
    after = { sort: `${last.source}|${String(last.spans[0]?.start ?? 0).padStart(8, '0')}|${last.id}`, id: last.id };
  }
  const passages = passagesOf(subject);
  const isClaimed = ({ span }: Passage) => starts.some((start) => start >= span.start && start < span.end);
  return {
    sentences: passages.length,
    claimed: passages.filter(isClaimed).length,
    excused: passages.filter((passage) => passage.excuse !== null && !isClaimed(passage)).length,
  };
}

/** Publishes passages and coverage; a kind that stands for documents hangs them on its type. */
export function publishPassages({ builder, evidence }: Publisher) {
  const passage = builder.objectRef<Passage>('Passage').implement({
    description: 'A sentence of a source.',
    fields: (t) => ({
      index: t.exposeInt('index', { description: 'Which one it is, from 0.' }),
      span: t.field({
        type: evidence.span,
        description: 'Where it stands; its words, where the text is at hand.',
        resolve: ({ scope, source, span }): SpanHandle => ({ scope, source, span }),
      }),
      excuse: t.exposeString('excuse', {
        nullable: true,
        description: 'Why no claim stands on it: NO_FACT, DEFECT, NAVIGATION, or REPEATS and another sentence.',
      }),
      claims: t.field({
        type: evidence.claimConnection,
        description: 'The claims whose main words stand in it, in order; of the predicate section, the heading or footnote that begins there.',
        args: evidence.claimArgs(t),
        resolve: (item, args) => {
          const filter = claimFilter(item.scope, args);
          return claimsAtHand(item.scope, [item.source, item.index, filter, args.orderBy], args, async () =>
            inOrder(await claimsIn(item, filter), args.orderBy),
          );
        },
      }),
    }),
  });
  builder.objectField(evidence.span, 'passage', (t) =>
    t.field({ type: passage, nullable: true, description: 'The sentence that they begin in.', resolve: (handle) => passageAt(handle) }),
  );
  const coverage = builder.objectRef<Coverage>('Coverage').implement({
    description: "How much of a source's text is accounted for.",
    fields: (t) => ({
      sentences: t.exposeInt('sentences', { description: 'How many sentences it has.' }),
      claimed: t.exposeInt('claimed', { description: 'How many of its sentences a claim stands on.' }),
      excused: t.exposeInt('excused', { description: 'How many of its sentences have no claim, for a stated reason: the `excuse` of a passage.' }),
    }),
  });
  const passages = publishList<Passage>(builder, { name: 'Passage', of: 'sentences', type: passage });
  return { passages, coverage };
}

/** A page of a source's sentences, or of those whose words are asked for; nothing where its text is not at hand. */
export function passageList(subject: Subject, { where, ...args }: PageArgs & { readonly where?: TextInput | null | undefined }): Connection<Edge<Passage>> {
  if (where === null) throw isNull('where');
  const asked = where && normalForm({ all: textTests('text', where, {}) });
  return listOf<Passage, Passage>({
    list: ['passages', subject.entity.id, where],
    args,
    all: () => (asked ? passagesWith(subject, asked) : passagesOf(subject)),
    node: (passage) => passage,
  });
}

function passagesWith(subject: Subject, asked: Filter): readonly Passage[] {
  const text = subject.scope.texts.get(String(subject.entity.columns['sha256']));
  return passagesOf(subject).filter(({ span }) => passes(asked, () => text?.slice(span.start, span.end)));
}
