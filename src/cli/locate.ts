import { existsSync, writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { parseDocument } from 'yaml';
import { languageIn } from '../load/language.js';
import { fillSpans, formatSpan, scaffold } from '../load/locate.js';
import { bytesOf } from '../load/regular-file.js';
import { languageOf } from '../load/sources.js';
import type { SourceText, Texts } from '../load/texts.js';
import { InputError } from './exit.js';
import { documentsOption, textsIn } from './options.js';

interface Options {
  documents: string;
  fill?: boolean;
  scaffold?: string;
}

/** `entente locate`: spans for a curator. */
export function locateCommand(): Command {
  return new Command('locate')
    .description('find the spans of words in a source text; needs the texts at hand')
    .argument('<where>', 'a seed file, the hash of a text or its first digits')
    .argument('[words]', 'the words to find')
    .option('--fill', 'replace `words:` by `at:` in the seed file, wherever the words are found')
    .option('--scaffold <id>', 'print a first seed for the text, with its sentences, for a source of this id')
    .addOption(documentsOption())
    .action(async (where: string, words: string | undefined, options: Options) => {
      const text = textOf(where, textsIn(options.documents));
      if (options.fill && isHash(where)) throw new InputError('--fill needs a seed file');
      if (options.scaffold !== undefined) {
        process.stdout.write(scaffold(text, options.scaffold, await languageIn(text.text)));
      } else if (options.fill) {
        const { filled, missing } = fillSpans(readSeed(where), text);
        writeFileSync(where, filled);
        if (missing.length > 0) throw new InputError(missing.join('\n'));
      } else {
        if (words === undefined) throw new InputError('name the words to find, or ask for --fill or --scaffold');
        const found = text.findWords(words, isHash(where) ? await languageIn(text.text) : languageOf(sourceIn(where)));
        if (found.length === 0) {
          const isInside = text.find(words).length > 0;
          throw new InputError(isInside ? `"${words}" stands only inside other words` : `"${words}" does not stand in the text`);
        }
        for (const span of found) {
          console.log(
            `${formatSpan(span)}  …${text.slice(span.start - 30, span.start)}[${text.slice(span.start, span.end)}]${text.slice(span.end, span.end + 30)}…`,
          );
        }
      }
    });
}

function isHash(where: string): boolean {
  return /^[0-9a-f]{6,64}$/.test(where);
}

function readSeed(file: string): string {
  if (!existsSync(file)) throw new InputError(`${file}: no such file; give a seed file, or the hash of a text or its first digits`);
  return bytesOf(file).toString();
}

/** What a seed file states of its source. */
function sourceIn(file: string): Readonly<Record<string, unknown>> {
  const document = parseDocument(readSeed(file));
  const [error] = document.errors;
  if (error) throw new InputError(`${file}: is no YAML: ${error.message.split('\n')[0] ?? ''}`);
  return (document.toJS() as { source?: Record<string, unknown> } | null)?.source ?? {};
}

function hashIn(file: string): string {
  const { sha256 } = sourceIn(file);
  if (typeof sha256 !== 'string') throw new InputError(`${file}: names no text; its source needs a sha256`);
  return sha256;
}

function textOf(where: string, texts: Texts): SourceText {
  const hash = isHash(where) ? where : hashIn(where);
  const [found, other] = [...texts.values()].filter((text) => text.sha256.startsWith(hash));
  if (!found) throw new InputError(`no text with the hash ${hash} is at hand; name its folder with --documents`);
  if (other) throw new InputError(`two texts have a hash that begins with ${hash}; give more of its digits`);
  return found;
}
