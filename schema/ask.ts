import { Asker, LONGEST_QUESTION, OUTCOMES, type Asked } from '../src/ask/ask.js';
import type { ClaimsFound } from '../src/ask/claim-search.js';
import { catalogue, CATEGORIES, type Question } from '../src/ask/catalogue.js';
import { graphiqlUrl } from '../src/ask/link.js';
import { publishEnum } from '../src/graphql/builder.js';
import { listOf, type Connection, type Edge, type PageArgs } from '../src/graphql/connection.js';
import { signature } from '../src/graphql/cursor.js';
import { badInput } from '../src/graphql/errors.js';
import type { ClaimHandle } from '../src/graphql/evidence.js';
import { publishList } from '../src/graphql/list-type.js';
import { atMost, priced } from '../src/graphql/price.js';
import { extension } from '../src/graphql/publish.js';
import { scopeOf, type Scope } from '../src/graphql/scope.js';
import type { Vocabulary } from '../src/model/vocabulary.js';
import { askWords } from './ask-words.js';

/** A question in words tries many readings; a search of claims reads all that is claimed around some entities. */
const PRICE_OF_A_QUESTION = 3_500;
const PRICE_OF_A_SEARCH = 1_800;

/** How many meanings of a name, and how many other questions, an answer offers. */
const MOST_CANDIDATES = 20;
const MOST_NEAREST = 10;

interface Answer {
  readonly asked: Asked;
  readonly scope: Scope;
}

interface Citation {
  readonly number: number;
  readonly claim: ClaimHandle;
}

/** Claims that were found by words, with the scope that they were found in. */
interface Found {
  readonly scope: Scope;
  readonly found: ClaimsFound;
}

/** How many entities claims may be looked for around, how many are found by default, and at most. */
const MOST_ABOUT = 10;
const FOUND = 10;
const MOST_FOUND = 50;
const askers = new WeakMap<Vocabulary, Asker>();

function askerOf({ vocabulary }: Scope): Asker {
  const known = askers.get(vocabulary);
  if (known) return known;
  const made = new Asker(vocabulary, catalogue(), askWords);
  askers.set(vocabulary, made);
  return made;
}

async function citationsOf({ asked, scope }: Answer): Promise<Citation[]> {
  const ids = asked.ran?.claims ?? [];
  const found = await scope.reader.claimsById(ids);
  return ids
    .flatMap((id): ClaimHandle[] => {
      const claim = found.get(id);
      return claim ? [{ scope, claim }] : [];
    })
    .map((claim, at) => ({ number: at + 1, claim }));
}

function questionList(category: string | null | undefined, args: PageArgs): Connection<Edge<Question>> {
  return listOf<Question, Question>({
    list: signature(['questions', category ?? null]),
    args,
    all: () => catalogue().questions.filter((question) => !category || question.category === category),
    id: ({ name }) => name,
    node: (question) => question,
  });
}

/** `ask`, which answers questions in words, and `questions`, which lists what can be asked. */
export const askFields = extension(({ builder, entity, evidence }) => {
  const category = publishEnum(
    builder,
    'QuestionCategory',
    'The sorts of question.',
    Object.fromEntries(Object.entries(CATEGORIES).map(([value, description]) => [value.toUpperCase().replace(/-/g, '_'), { value, description }])),
  );
  const question = builder.objectRef<Question>('Question').implement({
    description: 'A kind of question that can be asked, in words or by its operation.',
    fields: (t) => ({
      name: t.exposeString('name', { description: 'Its name, by which it can be run: `/graphql?id=<name>&variables=…`.' }),
      title: t.exposeString('title', { description: 'What it asks, in a few words.' }),
      text: t.string({ description: 'A wording of it, with slots for what can be put in.', resolve: ({ wordings: [first] }) => first?.text ?? '' }),
      wordings: t.stringList({ description: 'All wordings, with slots.', resolve: ({ wordings }) => wordings.map(({ text }) => text) }),
      category: t.field({ type: category, description: 'What sort of question it is.', resolve: (item) => item.category }),
      operation: t.exposeString('operation', { description: 'The GraphQL operation that answers it.' }),
      sha256: t.exposeString('sha256', { description: 'SHA-256 of the operation, its id as a persisted operation.' }),
      example: t.string({ description: 'Variables of an example, as JSON.', resolve: ({ example }) => JSON.stringify(example) }),
      graphiqlUrl: t.string({ description: 'Opens the example in GraphiQL.', resolve: ({ operation, example }) => graphiqlUrl(operation, example) }),
    }),
  });
  const list = publishList<Question>(builder, { name: 'Question', of: 'kinds of question', type: question });

  const outcome = publishEnum(builder, 'AskOutcome', 'How a question in words came out.', OUTCOMES);
  const citation = builder.objectRef<Citation>('Citation').implement({
    description: 'A claim that an answer stands on.',
    fields: (t) => ({
      number: t.exposeInt('number', { description: 'Its number in the answer, from 1.' }),
      claim: t.field({ type: evidence.claim, description: 'Who says what, and at which words.', resolve: ({ claim }) => claim }),
    }),
  });
  const candidate = builder.objectRef<Asked['candidates'][number] & { scope: Scope }>('AskCandidate').implement({
    description: 'Something that an ambiguous name may mean.',
    fields: (t) => ({
      text: t.exposeString('text', { description: 'The name as it was asked.' }),
      entity: t.field({ type: entity, description: 'What it may mean.', resolve: ({ scope, entity: found }) => scope.subject(found) }),
    }),
  });
  const nearest = builder.objectRef<Asked['nearest'][number]>('NearQuestion').implement({
    description: 'A question that can be asked, filled in with what was understood.',
    fields: (t) => ({
      text: t.exposeString('text', { description: 'The question, to be asked as it stands.' }),
      question: t.field({ type: question, description: 'Its kind.', resolve: (near) => near.question }),
    }),
  });
  const answer = builder.objectRef<Answer>('Answer').implement({
    description: 'What comes of a question in words: the answer with its evidence, or what to ask instead.',
    fields: (t) => ({
      outcome: t.field({ type: outcome, description: 'How it came out.', resolve: ({ asked }) => asked.outcome }),
      reading: t.string({
        description: 'What was understood: the kind of question, and what each name and time was taken for.',
        resolve: ({ asked }) => asked.reading,
      }),
      question: t.field({
        type: question,
        nullable: true,
        description: 'The kind of question; absent when not understood.',
        resolve: ({ asked }) => asked.question,
      }),
      sentence: t.string({ description: 'The answer in a sentence or two, or why there is none.', resolve: ({ asked }) => asked.sentence }),
      items: t.stringList({ description: 'The list of the answer, as text.', resolve: ({ asked }) => asked.ran?.items ?? [] }),
      entities: t.field({
        type: [entity],
        extensions: atMost(100),
        description: 'The entities that the answer names, and those it was asked about, in the order of the operation.',
        resolve: async ({ asked, scope }) => (await Promise.all((asked.ran?.entities ?? []).map((id) => scope.entity(id)))).filter((found) => found !== null),
      }),
      citations: t.field({
        type: [citation],
        extensions: atMost(50),
        description: 'The claims that the answer stands on, best first; at most 50.',
        resolve: citationsOf,
      }),
      operation: t.string({
        nullable: true,
        description: 'The GraphQL operation that was run.',
        resolve: ({ asked }) => asked.ran?.question.operation ?? null,
      }),
      variables: t.string({ nullable: true, description: 'Its variables, as JSON.', resolve: ({ asked }) => asked.ran && JSON.stringify(asked.ran.variables) }),
      data: t.string({
        nullable: true,
        description: 'What it answered, as JSON; with the id of everything that has one.',
        resolve: ({ asked }) => asked.ran && JSON.stringify(asked.ran.data),
      }),
      candidates: t.field({
        type: [candidate],
        extensions: atMost(MOST_CANDIDATES),
        description: 'What an ambiguous name may mean; ask again with one of them.',
        resolve: ({ asked, scope }) => asked.candidates.slice(0, MOST_CANDIDATES).map((item) => ({ ...item, scope })),
      }),
      nearest: t.field({
        type: [nearest],
        extensions: atMost(MOST_NEAREST),
        description: 'The nearest questions that can be asked, where this one could not be answered.',
        resolve: ({ asked }) => asked.nearest.slice(0, MOST_NEAREST),
      }),
      graphiqlUrl: t.string({
        nullable: true,
        description: 'Opens the operation with its variables in GraphiQL.',
        resolve: ({ asked }) => asked.ran && graphiqlUrl(asked.ran.question.operation, asked.ran.variables),
      }),
    }),
  });

  const claimsFound = builder.objectRef<Found>('ClaimsFound').implement({
    description: 'Claims that together say most of what some words ask about.',
    fields: (t) => ({
      claims: t.field({
        type: [evidence.claim],
        extensions: atMost(MOST_FOUND),
        description: 'The claims, best first.',
        resolve: ({ scope, found }): ClaimHandle[] => found.claims.map((claim) => ({ scope, claim })),
      }),
      about: t.field({
        type: [entity],
        extensions: atMost(MOST_ABOUT),
        description: 'Those of the entities that they name.',
        resolve: ({ scope, found }) => found.about.map((item) => scope.subject(item)),
      }),
      missing: t.stringList({ description: 'Words and times of the text that they have nothing of.', resolve: ({ found }) => [...found.missing] }),
    }),
  });

  builder.queryFields((t) => ({
    claimSearch: t.field({
      type: claimsFound,
      extensions: priced(PRICE_OF_A_SEARCH),
      description:
        'Finds claims around some entities by words: of a sentence of a source, or of a record, whose claims together have most of the words, the fewest that do. Words count in any form and with their synonyms; "who", "where", "when" and "how many" ask for a person, a place, a time and a number; years and days ask for what was then.',
      args: {
        about: t.arg.idList({ required: true, description: `Ids of what they are to be about, at most ${String(MOST_ABOUT)}.` }),
        text: t.arg.string({ required: true, description: `The words, at most ${String(LONGEST_QUESTION)} characters.` }),
        first: t.arg.int({ defaultValue: FOUND, description: `How many at most, up to ${String(MOST_FOUND)}.` }),
      },
      resolve: async (root, { about, text, first }, request) => {
        const scope = scopeOf(root, request);
        if (about.length === 0 || about.length > MOST_ABOUT) throw badInput(`about: name 1 to ${String(MOST_ABOUT)} entities, got ${String(about.length)}`);
        if (Array.from(text).length > LONGEST_QUESTION) throw badInput(`text: at most ${String(LONGEST_QUESTION)} characters`);
        const size = first ?? FOUND;
        if (size < 1 || size > MOST_FOUND) throw badInput(`first: expected 1 to ${String(MOST_FOUND)}, got ${String(size)}`);
        return { scope, found: await askerOf(scope).claims.find(scope.reader, [...new Set(about.map(String))], text, size) };
      },
    }),
    ask: t.field({
      type: answer,
      extensions: priced(PRICE_OF_A_QUESTION),
      description:
        'Answers a question in English words, such as "Which French-Korean partnerships were signed in 2019?". Names may be in any script and misspelt a little. It says what it understood, asks back where a name is ambiguous, and never guesses in silence; `questions` lists what it understands.',
      args: { text: t.arg.string({ required: true, description: `The question, at most ${String(LONGEST_QUESTION)} characters.` }) },
      resolve: async (root, { text }, request, { schema }) => {
        const scope = scopeOf(root, request);
        return { asked: await askerOf(scope).ask(text, schema, scope), scope };
      },
    }),
    questions: t.field({
      type: list,
      description: 'The kinds of question that `ask` understands, each with its operation and an example.',
      args: {
        ...t.arg.connectionArgs(),
        category: t.arg({ type: category, required: false, description: 'Only questions of this sort.' }),
      },
      resolve: (_root, { category: wanted, ...args }) => questionList(wanted, args),
    }),
    question: t.field({
      type: question,
      nullable: true,
      description: 'The kind of question with this name, or with an operation of this SHA-256.',
      args: { name: t.arg.string({ required: true, description: 'A name such as partnerships-of-period.' }) },
      resolve: (_root, { name }) => catalogue().get(name) ?? null,
    }),
  }));
});
