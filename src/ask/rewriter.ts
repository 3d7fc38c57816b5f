import type { GraphQLSchema } from 'graphql';
import { z } from 'zod';
import type { Vocabulary } from '../model/vocabulary.js';
import { planShape } from './plan.js';

/** What a model made of a question that was not understood: other words for it, or a plan. */
const rewritten = z.union([z.object({ question: z.string().min(1).max(200) }), z.object({ plan: planShape })]);
export type Rewritten = z.infer<typeof rewritten>;

/** Puts a question into words that the grammar knows, or into a plan; null where it cannot. */
export type Rewriter = (question: string, vocabulary: Vocabulary) => Promise<Rewritten | null>;

/** A language model behind an OpenAI-compatible address, such as http://127.0.0.1:8080/v1. */
export interface ModelAddress {
  readonly url: string;
  readonly model: string;
}

/** Milliseconds that a model has, and characters that its answer may have. */
const PATIENCE = 5_000;
const LONGEST = 20_000;

const completion = z.object({ choices: z.array(z.object({ message: z.object({ content: z.string().max(LONGEST) }) })).min(1) });

const rewriters = new WeakMap<GraphQLSchema, Rewriter>();

/** Lets a model rewrite what is not understood of the questions that a schema is asked. */
export function rewriteWith(schema: GraphQLSchema, address: ModelAddress | null): void {
  if (address) rewriters.set(schema, modelAt(address));
  else rewriters.delete(schema);
}

export function rewriterOf(schema: GraphQLSchema): Rewriter | null {
  return rewriters.get(schema) ?? null;
}

/** Asks a model; what it answers is checked by its shape alone, and what it names by whoever asked. */
function modelAt({ url, model }: ModelAddress): Rewriter {
  return async (question, vocabulary) => {
    const messages = [
      { role: 'system', content: instructions(vocabulary) },
      { role: 'user', content: question },
    ];
    const response = await fetch(`${url.replace(/\/+$/, '')}/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ model, messages, temperature: 0, response_format: { type: 'json_object' } }),
      signal: AbortSignal.timeout(PATIENCE),
    });
    const text = response.ok ? (completion.safeParse(await response.json()).data?.choices[0]?.message.content ?? '') : '';
    return /^\s*\{/.test(text) ? (rewritten.safeParse(JSON.parse(text)).data ?? null) : null;
  };
}

function instructions(vocabulary: Vocabulary): string {
  const nouns = vocabulary.kinds.map(({ name, called }) => `${name} (${called.en?.noun ?? name})`).join('; ');
  const verbs = vocabulary.relationships.map(({ type, says }) => `${type}: ${says}`).join('; ');
  return [
    'Rewrite the question in plain words of these, with the same meaning, as JSON {"question": "…"}; or answer {"plan": …} by the schema.',
    'Use only names that the question has, as it writes them, and leave nothing out. Answer {} where that cannot be done.',
    `Kinds: ${nouns}.`,
    `Relationships: ${verbs}.`,
    `Schema of a plan: ${JSON.stringify(z.toJSONSchema(planShape, { unrepresentable: 'any' }))}`,
  ].join('\n');
}
