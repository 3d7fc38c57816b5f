import { readFileSync, writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { parse } from 'yaml';
import { fillSpans, formatSpan, scaffold } from '../load/locate.js';
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
    .action((where: string, words: string | undefined, options: Options) => {
      const text = textOf(where, textsIn(options.documents));
      if (options.scaffold !== undefined) {
        process.stdout.write(scaffold(text, options.scaffold));
      } else if (options.fill) {
        const { filled, missing } = fillSpans(readFileSync(where, 'utf8'), text);
        writeFileSync(where, filled);
        if (missing.length > 0) throw new InputError(missing.join('\n'));
      } else {
        const found = text.find(words ?? '');
        if (found.length === 0) throw new InputError(`"${words ?? ''}" does not stand in the text`);
        for (const span of found) {
          console.log(`${formatSpan(span)}  …${text.slice(span.start - 30, span.start)}[${text.slice(span.start, span.end)}]${text.slice(span.end, span.end + 30)}…`);
        }
      }
    });
}

function textOf(where: string, texts: Texts): SourceText {
  const hash = /^[0-9a-f]{6,64}$/.test(where) ? where : String((parse(readFileSync(where, 'utf8')) as { source?: { sha256?: string } }).source?.sha256);
  const found = [...texts.values()].find((text) => text.sha256.startsWith(hash));
  if (!found) throw new InputError(`no text with the hash ${hash} is at hand; name its folder with --documents`);
  return found;
}
