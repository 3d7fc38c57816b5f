import { Command } from 'commander';
import { vocabulary } from '../../schema/vocabulary.js';
import { coverage } from '../load/coverage.js';
import { formatSpan } from '../load/locate.js';
import { readSeeds } from '../load/seeds.js';
import { numbered } from '../model/text.js';
import { InputError } from './exit.js';
import { documentsOption, seedOption, textsIn } from './options.js';

interface Options {
  seed: string;
  documents: string;
  missing?: boolean;
}

/** `entente coverage [source]`: which sentences have claims, and which have none and why. */
export function coverageCommand(): Command {
  return new Command('coverage')
    .description('list each sentence of the sources with how many claims stand on it, and the excuse of those without')
    .argument('[source]', 'only this source, for instance source/vna-to-lam-macron-2025')
    .option('--missing', 'only sentences with neither claim nor excuse')
    .addOption(seedOption())
    .addOption(documentsOption())
    .action((wanted: string | undefined, options: Options) => {
      const texts = textsIn(options.documents);
      const { dataset } = readSeeds(vocabulary, options.seed, texts);
      const sources = dataset.sources.filter(({ id, sentences }) => (wanted === undefined || id === wanted) && sentences.length > 0);
      if (sources.length === 0) throw new InputError(`no source with sentences "${wanted ?? ''}"`);
      for (const source of sources) {
        const text = texts.get(String(source.header['sha256']));
        const sentences = coverage(source, dataset.claims);
        for (const sentence of sentences) {
          if (options.missing && (sentence.claims.length > 0 || sentence.excuse !== null)) continue;
          const state = sentence.claims.length > 0 ? numbered(sentence.claims.length, 'claim') : (sentence.excuse ?? 'MISSING');
          console.log(`${source.id} ${formatSpan(sentence)} ${state}${text ? `  ${text.slice(sentence.start, sentence.end).slice(0, 80)}` : ''}`);
        }
        const claimed = sentences.filter(({ claims }) => claims.length > 0).length;
        const excused = sentences.filter(({ claims, excuse }) => claims.length === 0 && excuse !== null).length;
        console.log(
          `${source.id}: ${numbered(sentences.length, 'sentence')}, ${String(claimed)} claimed, ${String(excused)} excused, ${String(sentences.length - claimed - excused)} missing`,
        );
      }
    });
}
