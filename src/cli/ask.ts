import { Command } from 'commander';
import { graphql } from 'graphql';
import { schema } from '../../schema/schema.js';
import { vocabulary } from '../../schema/vocabulary.js';
import { catalogue } from '../ask/catalogue.js';
import type { Outcome } from '../ask/outcome.js';
import { countsCheck } from '../graphql/check-counts.js';
import { rewriteWith } from '../ask/rewriter.js';
import { Scope } from '../graphql/scope.js';
import { readConfig } from '../server/config.js';
import { openStore } from '../server/open-store.js';
import { EXIT } from './exit.js';
import { dataOption, documentsOption, seedOption, textsIn } from './options.js';
import type { SeedOptions } from './target.js';

interface Options extends SeedOptions {
  json?: boolean;
}

interface Quote {
  readonly text: string | null;
}

/** What the command asks the API for; it sees no more than any client does. */
interface Answer {
  readonly outcome: Outcome;
  readonly reading: string;
  readonly sentence: string;
  readonly items: readonly string[];
  readonly citations: readonly {
    readonly number: number;
    readonly claim: {
      readonly summary: string;
      readonly source: { readonly id: string; readonly label: string } | null;
      readonly span: (Quote & { readonly start: number; readonly end: number }) | null;
    };
  }[];
  readonly graphiqlUrl: string | null;
  readonly candidates: readonly { readonly text: string; readonly entity: { readonly id: string; readonly label: string } }[];
  readonly nearest: readonly string[];
}

const QUESTION = `query Ask($text: String!) {
  ask(text: $text) {
    outcome reading language plan unknown sentence items
    entities { id label }
    citations { number claim { id summary source { id label } span { start end text } } }
    operation variables data
    candidates { text where entity { id label } }
    nearest
    graphiqlUrl
  }
}`;

const MOST_SHOWN = 20;
const SHOWN_CITATIONS = 10;

/** `entente ask "…"`: answers a question in words. */
export function askCommand(): Command {
  return new Command('ask')
    .description('answer a question in words, from Neo4j where NEO4J_URI is set, else from the seeds; exit code 1 when it is not understood or ambiguous')
    .argument('<question...>', 'the question, in English, French or Korean; names in any script')
    .option('--json', 'print everything as JSON')
    .addOption(seedOption())
    .addOption(dataOption())
    .addOption(documentsOption())
    .action(async (words: string[], { json, seed, data, documents }: Options) => {
      const texts = textsIn(documents);
      const config = readConfig({ ...process.env, ENTENTE_SEED: seed, ENTENTE_DATA: data, ENTENTE_DOCUMENTS: documents });
      rewriteWith(schema, config.model);
      const store = await openStore(config, vocabulary, texts, countsCheck(schema, vocabulary));
      try {
        const result = await graphql({
          schema,
          source: QUESTION,
          variableValues: { text: words.join(' ') },
          contextValue: new Scope(vocabulary, store, texts),
        });
        const [error] = result.errors ?? [];
        if (error) throw error;
        // The executor does not know what was asked.
        const data: unknown = result.data;
        const { ask } = data as { ask: Answer };
        console.log(json === true ? JSON.stringify(ask, null, 2) : told(ask));
        if (ask.outcome !== 'ANSWERED') process.exitCode = EXIT.wrongInput;
      } finally {
        await store.close();
      }
    });
}

/** `entente questions`: worked examples of questions. */
export function questionsCommand(): Command {
  return new Command('questions')
    .description('list worked examples of questions with their operations')
    .option('--json', 'print everything as JSON')
    .action(({ json }: { json?: boolean }) => {
      const { questions } = catalogue();
      if (json === true) {
        console.log(
          JSON.stringify(
            questions.map(({ name, title, text, category, example, sha256 }) => ({ name, title, text, category, example, sha256 })),
            null,
            2,
          ),
        );
        return;
      }
      for (const { name, title, text } of questions) console.log(`${name}\n  ${title}\n  ${text}`);
      console.log(`\n${String(questions.length)} examples`);
    });
}

function told(answer: Answer): string {
  const { outcome, reading, sentence, items, citations, candidates, nearest, graphiqlUrl } = answer;
  const shownItems = items.slice(0, MOST_SHOWN).map((item) => `  - ${item}`);
  const rest = (all: readonly unknown[], most: number, what: string) =>
    all.length > most ? [`  … and ${String(all.length - most)} more ${what}; --json shows all`] : [];
  return [
    sentence,
    ...(items.length > 1 ? [...shownItems, ...rest(items, MOST_SHOWN, 'items')] : []),
    ...(citations.length > 0 ? ['', 'Sources'] : []),
    ...citations.slice(0, SHOWN_CITATIONS).map(cited),
    ...rest(citations, SHOWN_CITATIONS, 'sources'),
    ...candidates.map(({ text, entity }) => `  "${text}" may be ${entity.label} (${entity.id})`),
    ...(nearest.length > 0 ? ['', outcome === 'NOT_UNDERSTOOD' ? 'You can ask:' : 'Near to it:', ...nearest.map((text) => `  ${text}`)] : []),
    ...(reading === '' ? [] : ['', `Understood: ${reading}`]),
    ...(graphiqlUrl === null ? [] : [`Operation: ${graphiqlUrl}`]),
  ].join('\n');
}

function cited({ number, claim: { summary, source, span } }: Answer['citations'][number]): string {
  const words = typeof span?.text === 'string' ? ` “${span.text.replace(/\s+/g, ' ').trim()}”` : '';
  const place = span ? `, ${String(span.start)}-${String(span.end)}` : '';
  return `  [${String(number)}] ${summary} (${source?.label ?? 'unknown source'}${place})${words}`;
}
