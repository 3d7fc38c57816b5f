import type { Claim, Json } from './claim.js';

/** In which ways claims that no rule of values compares may not fit together, and what that amounts to. */
export const TENSION_KINDS = {
  CONTRADICTION: { verdict: 'DISPUTE', about: 'Claims that cannot all hold.' },
  IMPOSSIBLE_START: { verdict: 'DISPUTE', about: 'A day is given as the start of what cannot have started then.' },
  ATTRIBUTION: { verdict: 'SIDE_BY_SIDE', about: 'Neighbouring sentences give what is said to different people.' },
  CERTAINTY: { verdict: 'SIDE_BY_SIDE', about: 'One thing is told in different grades of certainty.' },
  GROUNDS: { verdict: 'SIDE_BY_SIDE', about: 'One conclusion is drawn from different grounds, or other grounds speak against it.' },
  LIST: { verdict: 'SIDE_BY_SIDE', about: 'A list breaks off, or does not hold what it announces.' },
  HEADING: { verdict: 'SIDE_BY_SIDE', about: 'A heading or a general term does not fit what stands under it.' },
  TONE: { verdict: 'SIDE_BY_SIDE', about: 'The tone of one place does not go with the facts or figures of another.' },
  TRANSLATION: { verdict: 'SIDE_BY_SIDE', about: 'The same words stand in two languages, and their meaning differs.' },
  SCOPE: { verdict: 'SIDE_BY_SIDE', about: 'What is said of a whole in one place is said of a part in another.' },
} as const;

export type TensionKind = keyof typeof TENSION_KINDS;

/** Names claims by where they stand and what they are about; their ids would change with every word. */
export interface ClaimReference {
  readonly source: string;
  readonly start: number;
  readonly end: number;
  readonly subject: string;
  readonly predicate: string;
  readonly object: string | null;
}

/** What a curator saw that does not fit together: a sentence, and the claims on each side. */
export interface Tension {
  readonly id: string;
  readonly kind: TensionKind;
  readonly says: string;
  readonly sides: readonly { readonly says: string; readonly claims: readonly ClaimReference[] }[];
}

/** The tensions that a claim carries, as `asJson` wrote them: no other code writes there. */
export function tensionsOf({ tensions }: Claim): readonly Tension[] {
  return (tensions ?? []) as unknown as readonly Tension[];
}

/** Tensions as a claim holds them. */
export function asJson(tensions: readonly Tension[]): Json {
  return tensions as unknown as Json;
}

/** `12-34 subject PREDICATE object`, with the source before it where that is another; null for anything else. */
export function parseReference(text: string, source: string): ClaimReference | null {
  const found = /^(?:(source\/\S+) )?(\d+)-(\d+) (\S+) (\S+)(?: (\S+))?$/.exec(text);
  if (!found) return null;
  const [, other, start, end, subject = '', predicate = '', object] = found;
  return { source: other ?? source, start: Number(start), end: Number(end), subject, predicate, object: object ?? null };
}
