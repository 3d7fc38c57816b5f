import { z } from 'zod';
import { OPERATIONS } from './operations.js';

export type Variables = Readonly<Record<string, unknown>>;

/** A tool that runs one operation of the API. */
export interface Tool {
  readonly about: string;
  readonly input: z.ZodRawShape;
  readonly operation: string;
  variables(input: never): Variables;
}

const id = z.string().max(200).describe('An id such as country/fr or person/xi-jinping; `search` finds them.');
const day = z.string().max(40).describe('A day, YYYY-MM-DD.');
const limit = (most: number) => z.number().int().min(1).max(most).default(Math.min(10, most)).describe('How many at most.');

function tool<S extends z.ZodRawShape>(about: string, input: S, operation: string, variables: (input: z.infer<z.ZodObject<S>>) => Variables): Tool {
  return { about, input, operation, variables };
}

/** The tools that ask the graph one thing each. Every result cites source and span, with a link. */
export const tools: Readonly<Record<string, Tool>> = {
  ask: tool(
    'Answers a question in plain English, French or Korean, with what was understood and the claims that the answer stands on. Says so when a word was not understood or a name is ambiguous. Try this first.',
    { text: z.string().min(1).max(200), after: z.string().max(4000).optional().describe('The id of an earlier answer, to follow up on it: "and in 2019?"') },
    OPERATIONS.ask,
    ({ text, after }) => ({ text, after: after ?? null }),
  ),
  search: tool(
    'Finds entities by name, in any script.',
    { text: z.string().min(1).max(200), kind: z.string().max(40).optional().describe('Such as PERSON, CITY, EVENT.'), limit: limit(50) },
    OPERATIONS.search,
    ({ text, kind, limit: most }) => ({ text, kind: kind?.toUpperCase() ?? null, limit: most }),
  ),
  entity: tool(
    'What is known of one entity: names, claims, what it has to do with.',
    { id, limit: limit(50) },
    OPERATIONS.entity,
    ({ id: own, limit: most }) => ({
      id: own,
      limit: most,
    }),
  ),
  paths: tool(
    'How two entities are connected, shortest first, each step with its evidence.',
    {
      from: id,
      to: id,
      avoid: z.array(z.string().max(200)).max(20).default([]),
      through: z.array(z.string().max(200)).max(20).default([]),
      intended: z.boolean().default(false).describe('Whether what is only planned counts.'),
      limit: limit(5),
    },
    OPERATIONS.paths,
    ({ from, to, intended, limit: most, ...more }) => ({ ...more, from: [from], to: [to], intended: intended ? 'INCLUDE' : 'EXCLUDE', limit: most }),
  ),
  timeline: tool(
    'What happened to one entity, or between several, in order of time.',
    {
      of: z.array(id).min(1).max(5),
      from: day.optional(),
      to: day.optional(),
      together: z.boolean().default(false).describe('Only what involves all of them.'),
      limit: limit(50),
    },
    OPERATIONS.timeline,
    ({ of, from, to, together, limit: most }) => ({ of: together ? { all: of } : { any: of }, from: from ?? null, to: to ?? null, limit: most }),
  ),
  disputes: tool(
    'Where sources disagree, with the claims of each side.',
    { about: id.optional(), limit: limit(20) },
    OPERATIONS.disputes,
    ({ about, limit: most }) => ({ about: about ?? null, limit: most }),
  ),
  evidence: tool(
    'The claims behind an entity, a property or relationship of it, or beside another claim: who says what, at which words.',
    {
      id: z.string().max(200).describe('An id of an entity or of a claim.'),
      predicate: z.string().max(60).optional().describe('A property or a type of relationship, such as since.'),
      limit: limit(50),
    },
    OPERATIONS.evidence,
    ({ id: own, predicate, limit: most }) => ({ id: own, limit: most, ...(predicate === undefined ? {} : { predicate: [predicate] }) }),
  ),
};
