import { Asker, LONGEST_QUESTION, type Asked } from '../src/ask/ask.js';
import { idOf } from '../src/ask/follow.js';
import { OUTCOMES } from '../src/ask/outcome.js';
import { catalogue, CATEGORIES, type Question } from '../src/ask/catalogue.js';
import { graphiqlUrl } from '../src/ask/link.js';
import { publishEnum } from '../src/graphql/builder.js';
import { unknownId } from '../src/graphql/errors.js';
import { listOf, type Connection, type Edge } from '../src/graphql/connection.js';
import { signature, type PageArgs } from '../src/graphql/cursor.js';
import { publishList } from '../src/graphql/list-type.js';
import { atMost, priced } from '../src/graphql/price.js';
import { extension } from '../src/graphql/publish.js';
import { scopeOf, type ClaimHandle, type Scope } from '../src/graphql/scope.js';
import { hint } from '../src/model/text.js';
import type { Vocabulary } from '../src/model/vocabulary.js';
import { nameWords } from './ask-words.js';

/** A question in words runs an operation, and a few where names are ambiguous. */
const PRICE_OF_A_QUESTION = 3_500;
const PRICE_OF_A_COMPLETION = 500;
const MOST_NEXT = 10;

/** How many meanings of a name, and how many other questions, an answer offers. */
const MOST_CANDIDATES = 20;

/** What is offered where a question was not understood. */
const EXAMPLES = {
  en: ['Whom did Emmanuel Macron meet in 2025?', 'Which French-Korean partnerships were signed in 2019?', 'How is To Lam connected to Lee Jae Myung?'],
  fr: ['Qui a rencontré Emmanuel Macron en 2025 ?', 'Combien de partenariats ont été signés en 2019 ?', 'Qui est le président de la Chine ?'],
  ko: ['마크롱은 누구를 만났습니까?', '2019년에 체결된 파트너십은 무엇입니까?', '중국의 대통령은 누구입니까?'],
};

interface Answer {
  readonly asked: Asked;
  readonly scope: Scope;
}

interface Citation {
  readonly number: number;
  readonly claim: ClaimHandle;
}

const askers = new WeakMap<Vocabulary, Asker>();

function askerOf({ vocabulary }: Scope): Asker {
  const known = askers.get(vocabulary);
  if (known) return known;
  const made = new Asker(vocabulary, nameWords, EXAMPLES);
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
    description: 'A worked example: a question in words and the operation that answers it.',
    fields: (t) => ({
      name: t.exposeString('name', { description: 'Its name, by which it can be run: `/graphql?id=<name>&variables=…`.' }),
      title: t.exposeString('title', { description: 'What it asks, in a few words.' }),
      text: t.exposeString('text', { description: 'The question in words, as `ask` takes it.' }),
      category: t.field({ type: category, description: 'What sort of question it is.', resolve: (item) => item.category }),
      operation: t.exposeString('operation', { description: 'The GraphQL operation that answers it.' }),
      sha256: t.exposeString('sha256', { description: 'SHA-256 of the operation, its id as a persisted operation.' }),
      variables: t.field({ type: 'JSON', description: 'Variables of an example.', resolve: ({ example }) => example }),
      graphiqlUrl: t.string({ description: 'Opens the example in GraphiQL.', resolve: ({ operation, example }) => graphiqlUrl(operation, example) }),
    }),
  });
  const list = publishList<Question>(builder, { name: 'Question', of: 'examples', type: question });

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
      where: t.exposeString('where', { nullable: true, description: 'What it lies in, where that is known.' }),
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
      id: t.string({
        nullable: true,
        description: 'What a question that follows up on it is asked `after`.',
        resolve: ({ asked }) => (asked.plan && asked.ran ? idOf({ plan: asked.plan, language: asked.language, told: asked.ran.told }) : null),
      }),
      language: t.string({ description: 'The language that the question is in, and the sentence with it (BCP 47).', resolve: ({ asked }) => asked.language }),
      plan: t.field({
        type: 'JSON',
        nullable: true,
        description: 'What was understood: what is told (heads) of which entities (set, tests), from which point of view (lens).',
        resolve: ({ asked }) => asked.plan,
      }),
      unknown: t.stringList({ description: 'Words that were not understood.', resolve: ({ asked }) => [...asked.unknown] }),
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
        resolve: ({ asked }) => asked.ran?.text ?? null,
      }),
      variables: t.field({ type: 'JSON', nullable: true, description: 'Its variables.', resolve: ({ asked }) => asked.ran?.variables }),
      data: t.field({
        type: 'JSON',
        nullable: true,
        description: 'What it answered; with the id of everything that has one.',
        resolve: ({ asked }) => asked.ran?.data,
      }),
      candidates: t.field({
        type: [candidate],
        extensions: atMost(MOST_CANDIDATES),
        description: 'What an ambiguous name may mean; ask again with one of them.',
        resolve: ({ asked, scope }) => asked.candidates.slice(0, MOST_CANDIDATES).map((item) => ({ ...item, scope })),
      }),
      nearest: t.stringList({ description: 'What can be asked instead, where this could not be answered.', resolve: ({ asked }) => [...asked.nearest] }),
      graphiqlUrl: t.string({
        nullable: true,
        description: 'Opens the operation with its variables in GraphiQL.',
        resolve: ({ asked }) => asked.ran && graphiqlUrl(asked.ran.text, asked.ran.variables),
      }),
    }),
  });

  builder.queryFields((t) => ({
    ask: t.field({
      type: answer,
      extensions: priced(PRICE_OF_A_QUESTION),
      description:
        'Answers a question in English, French or Korean words, such as "Which French-Korean partnerships were signed in 2019?". Names may be in any script and misspelt a little. It says what it understood, asks back where a name is ambiguous, and never guesses in silence. `questions` has worked examples.',
      args: {
        text: t.arg.string({ required: true, description: `The question, at most ${String(LONGEST_QUESTION)} characters.` }),
        after: t.arg.string({ required: false, description: 'The id of an answer that this follows up on: "and in 2019?", "and who else?".' }),
      },
      resolve: async (root, { text, after }, request, { schema }) => {
        const scope = scopeOf(root, request);
        return { asked: await askerOf(scope).ask(text, schema, scope, after ?? null), scope };
      },
    }),
    askNext: t.stringList({
      extensions: priced(PRICE_OF_A_COMPLETION),
      description: 'What could come next in a half-typed question: kinds, relationships, names, words. What is being typed is completed.',
      args: {
        text: t.arg.string({ required: true, description: 'What is typed so far.' }),
        first: t.arg.int({ required: false, description: 'How many at most, 10 by default.' }),
      },
      resolve: async (root, { text, first }, request) => {
        const scope = scopeOf(root, request);
        return [...(await askerOf(scope).next(text, scope, Math.min(Math.max(first ?? MOST_NEXT, 1), MOST_CANDIDATES)))];
      },
    }),
    questions: t.field({
      type: list,
      description: 'Worked examples: questions in words, each with the operation that answers it.',
      args: {
        ...t.arg.connectionArgs(),
        category: t.arg({ type: category, required: false, description: 'Only questions of this sort.' }),
      },
      resolve: (_root, { category: wanted, ...args }) => questionList(wanted, args),
    }),
    question: t.field({
      type: question,
      nullable: true,
      description: 'The example with this name, or with an operation of this SHA-256.',
      args: { name: t.arg.string({ required: true, description: 'A name such as partnerships-of-period.' }) },
      resolve: (_root, { name }) => {
        const found = catalogue().get(name);
        if (!found)
          throw unknownId(
            name,
            hint(
              name,
              catalogue().questions.map((other) => other.name),
            ),
          );
        return found;
      },
    }),
  }));
});
