import type { PathStep } from '../graph/paths.js';
import { isActual, isIntended, type Claim } from '../model/claim.js';
import { clause } from '../model/clause.js';
import { namedAs, plainly } from '../model/named.js';
import type { EntityNode, Link } from '../model/graph.js';
import { sentencesFor } from '../model/sentence.js';
import { timeInWords } from '../model/time-words.js';
import type { Vocabulary } from '../model/vocabulary.js';

/** A path in words, with the claims that its numbers stand for. */
export interface Narrative {
  readonly text: string;
  readonly citations: readonly Claim[];
}

interface Told {
  readonly steps: readonly PathStep[];
  readonly entity: (id: string) => EntityNode;
  readonly claims: (factKey: string) => readonly Claim[];
}

/** How many sources are cited for a step. */
const MOST_CITED = 2;

/**
 * A path as prose: a sentence for each step in the direction in which its relationship reads, two of one type that
 * meet in one entity told together, each with the numbers of its best claims, one for each source.
 */
export function narrate(vocabulary: Vocabulary, { steps, entity, claims }: Told): Narrative {
  const citations: Claim[] = [];
  const dated = new Set<string>();
  const cite = (link: Link) => {
    const best = new Map<string, Claim>();
    for (const claim of claims(link.key)) if (!best.has(claim.source) && supports(claim, link.intended)) best.set(claim.source, claim);
    return [...best.values()]
      .slice(0, MOST_CITED)
      .map((claim) => ` [${String(citations.push(claim))}]`)
      .join('');
  };
  const name = (id: string) => {
    const node = entity(id);
    const date = dated.has(id) ? null : dateOf(vocabulary, node);
    dated.add(id);
    const named = namedAs(vocabulary, node);
    return date === null || named.text.includes(date) ? named : { ...named, text: `${named.text} (${date})` };
  };
  const sentences: string[] = [];
  for (let at = 0; at < steps.length; at += 1) {
    const link = steps[at]?.link;
    const next = steps[at + 1]?.link;
    if (!link) continue;
    const told = `${clause(vocabulary, link, name)}${cite(link)}`;
    const echo = next && isEcho(vocabulary, link, next) ? echoOf(vocabulary, next, namedAs(vocabulary, entity(next.from)).several) : null;
    if (next && echo !== null) at += 1;
    sentences.push(next && echo !== null ? `${told}, and so ${echo} ${name(next.from).text}${cite(next)}.` : `${told}.`);
  }
  return { text: sentences.join(' '), citations };
}

/** A record by itself: its kind, its date, its label. */
export function recordLine(vocabulary: Vocabulary, node: EntityNode): string {
  const kind = node.kind.replace(/(?<=\p{Ll})\p{Lu}/gu, (letter) => ` ${letter.toLowerCase()}`);
  return `${[kind, ...(node.intended ? ['planned or hoped for'] : []), dateOf(vocabulary, node) ?? 'undated'].join(', ')}: ${node.label}`;
}

/** What is so stands on what is said to be so, never on a wish. */
function supports(claim: Claim, intended: boolean): boolean {
  return claim.rank !== 'DEPRECATED' && (isActual(claim) || (intended && isIntended(claim)));
}

/** Whether two steps say the same of two entities. */
function isEcho(vocabulary: Vocabulary, link: Link, next: Link): boolean {
  const told = (step: Link) => clause(vocabulary, { ...step, from: '' }, plainly, '');
  return link.from !== next.from && link.to === next.to && told(link) === told(next);
}

/** The verb of "and so … another", after the verb of the type's sentence, for one or several; null where English has no short one. */
function echoOf(vocabulary: Vocabulary, { type, columns, from, intended }: Link, several: boolean): string | null {
  if (intended) return columns['intentOf'] === from ? (several ? 'do' : 'does') : 'will';
  const relationship = vocabulary.relationship(type);
  const verb = /^\{subject\} (\p{L}+)/u.exec(relationship ? sentencesFor(relationship, columns).says : '')?.[1] ?? '';
  if (verb === 'is') return several ? 'are' : 'is';
  if (verb === 'was') return several ? 'were' : 'was';
  if (/(ed|ook|aid|eld|ame|ade)$/.test(verb)) return 'did';
  return verb.endsWith('s') ? (several ? 'do' : 'does') : null;
}

/** The time that a record is listed by, as precise as it is known. */
function dateOf(vocabulary: Vocabulary, { kind, columns }: EntityNode): string | null {
  const found = vocabulary.kind(kind);
  if (found?.record !== true || found.orderedBy === null) return null;
  const time = columns[found.orderedBy];
  return typeof time === 'string' ? timeInWords({ edtf: time }) : null;
}
