import { isMap, isPair, isScalar, isSeq, parseDocument, Scalar, YAMLSeq, type YAMLMap } from 'yaml';
import type { Span } from '../model/claim.js';
import { printedDate } from './printed-date.js';
import { languageOf } from './sources.js';
import type { SourceText } from './texts.js';

/** A span as seeds write it. */
export function formatSpan({ start, end }: Span): string {
  return `${String(start)}-${String(end)}`;
}

/**
 * A first seed for a text: its header, with the language that it is in and the first date that it prints, and its
 * sentences, each still without claims and with its words in a comment.
 */
export function scaffold(text: SourceText, id: string, language: string): string {
  const printed = printedDate(text.text, language);
  const words = ({ start, end }: Span) => text.slice(start, end).replace(/[\s\p{Cc}]+/gu, ' ');
  return [
    'source:',
    `  id: ${id}`,
    '  title: ',
    `  language: ${language}`,
    printed ? `  published: ${printed.day} # printed: ${text.text.slice(printed.at.start, printed.at.end)}` : '  published: ',
    `  sha256: ${text.sha256}`,
    `  length: ${String(text.length)}`,
    'sentences:',
    ...text.sentences(language).flatMap((span) => [`  # ${words(span)}`, `  - at: ${formatSpan(span)}`]),
    '',
  ].join('\n');
}

/**
 * Replaces `words:` in a draft seed by `at:`. The first of several words must stand in the claim's own sentence;
 * the others may stand anywhere and the nearest one before the sentence's end is meant. Returns the filled text
 * and a line for each of the words that could not be found.
 */
export function fillSpans(draft: string, text: SourceText): { filled: string; missing: string[] } {
  const document = parseDocument(draft);
  const missing: string[] = [];
  const language = languageOf({ language: document.getIn(['source', 'language']) });
  const sentences = document.get('sentences');
  if (!isSeq(sentences)) return { filled: draft, missing: ['no sentences'] };
  for (const sentence of sentences.items) {
    if (!isMap(sentence)) continue;
    const [start = 0, end = 0] = String(sentence.get('at')).split('-').map(Number);
    const claims = sentence.get('claims');
    if (!isSeq(claims)) continue;
    for (const claim of claims.items) if (isMap(claim)) fillClaim(claim, { start, end }, { text, language }, missing);
  }
  return { filled: document.toString({ lineWidth: 0, flowCollectionPadding: true }), missing };
}

/** A text and the language that it is in. */
interface Written {
  readonly text: SourceText;
  readonly language: string;
}

function fillClaim(claim: YAMLMap, sentence: Span, { text, language }: Written, missing: string[]): void {
  const pair = claim.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === 'words');
  if (!pair) return;
  const written = isSeq(pair.value)
    ? pair.value.items.map((item) => String(isScalar(item) ? item.value : ''))
    : [String(isScalar(pair.value) ? pair.value.value : '')];
  const spans: string[] = [];
  for (const [index, words] of written.entries()) {
    const found = text.findWords(words, language);
    const inside = found.find((span) => span.start >= sentence.start && span.end <= sentence.end);
    const before = found.filter((span) => span.end <= sentence.end).at(-1);
    const span = index === 0 ? inside : (inside ?? before ?? found[0]);
    if (span) spans.push(formatSpan(span));
    else missing.push(`${formatSpan(sentence)} ${String(claim.get('fact'))}: "${words}" is not ${index === 0 ? 'in the sentence' : 'in the text'}`);
  }
  if (spans.length < written.length) return;
  pair.key = new Scalar('at');
  if (spans.length === 1) pair.value = new Scalar(spans[0]);
  else {
    const list = new YAMLSeq();
    list.flow = true;
    for (const span of spans) list.add(new Scalar(span));
    pair.value = list;
  }
}
