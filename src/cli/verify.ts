import { Command } from 'commander';
import { schema } from '../../schema/schema.js';
import { vocabulary } from '../../schema/vocabulary.js';
import { countsCheck } from '../graphql/check-counts.js';
import { formatSpan } from '../load/locate.js';
import { readings } from '../load/readings.js';
import { readGoodSeeds } from '../load/seeds.js';
import type { SourceText } from '../load/texts.js';
import type { Claim } from '../model/claim.js';
import { sentenceOfClaim } from '../model/clause.js';
import { namedAs, plainly, type Naming } from '../model/named.js';
import type { Dataset, Source } from '../model/dataset.js';
import { project } from '../model/projection.js';
import { numbered } from '../model/text.js';
import { InputError } from './exit.js';
import { documentsOption, seedOption, tellMissing, textsIn } from './options.js';

interface Options {
  seed: string;
  documents: string;
  review?: boolean;
}

/** `entente verify [source]`: checks the seeds; with `--review`, shows each sentence with its claims and what is worth a second reading. */
export function verifyCommand(): Command {
  return new Command('verify')
    .description('check the seeds and print every problem as file:line:column; exit code 1 when there is any')
    .argument('[source]', 'review this source only, for instance source/vna-to-lam-macron-2025')
    .option(
      '--review',
      'print each sentence with the claims that stand on it and, after =>, the sentence that the graph will show; with the texts at hand, with its words',
    )
    .addOption(seedOption())
    .addOption(documentsOption())
    .action((source: string | undefined, options: Options) => {
      const texts = textsIn(options.documents);
      const dataset = readGoodSeeds(vocabulary, options.seed, texts, countsCheck(schema, vocabulary));
      tellMissing(dataset.sources, texts, options.documents);
      const chosen = dataset.sources.filter(({ id }) => source === undefined || id === source);
      if (chosen.length === 0 && source !== undefined)
        throw new InputError(`no source "${source}"; there are ${dataset.sources.map(({ id }) => id).join(', ')}`);
      if (options.review) {
        const named = new Map(project(vocabulary, dataset).entities.map((node) => [node.id, namedAs(vocabulary, node)]));
        for (const item of chosen) review(dataset, item, (id) => named.get(id) ?? plainly(id), texts.get(String(item.header['sha256'])));
      }
      const again = readings(vocabulary, dataset, texts).filter((reading) => chosen.some(({ id }) => id === reading.source));
      if (options.review) for (const { source: where, at, message } of again) console.log(`${where} ${at}: ${message}`);
      const { identities, sources, claims } = dataset;
      const ids = identities.length === 1 ? '1 identity' : `${String(identities.length)} identities`;
      console.log(`${ids}, ${numbered(sources.length, 'source')}, ${numbered(claims.length, 'claim')}: no problems`);
      if (again.length > 0) console.log(`${String(again.length)} to be read again${options.review ? '' : '; --review names them'}`);
    });
}

function review(dataset: Dataset, source: Source, name: Naming, text: SourceText | undefined): void {
  const claims = dataset.claims.filter((claim) => claim.source === source.id);
  const shown = (claim: Claim) => sentenceOfClaim(vocabulary, claim, name);
  console.log(`# ${source.id}`);
  for (const sentence of source.sentences) {
    const own = claims.filter(({ spans: [main] }) => main && main.start >= sentence.start && main.end <= sentence.end);
    console.log(`\n## ${formatSpan(sentence)}${sentence.excuse ? ` (${sentence.excuse})` : ''}`);
    if (text) console.log(text.slice(sentence.start, sentence.end));
    for (const claim of own.sort((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0))) console.log(reviewLine(claim, text, shown(claim)));
  }
}

function reviewLine(claim: Claim, text: SourceText | undefined, shown: string): string {
  const flags = [claim.polarity, claim.modality, claim.rank, claim.basis].filter((flag) => !['AFFIRMED', 'ASSERTED', 'NORMAL', 'STATED'].includes(flag));
  const words = claim.spans.map((span) => `${formatSpan(span)}${text ? ` "${text.slice(span.start, span.end)}"` : ''}`);
  return [
    `- ${claim.factKey}${claim.value === null ? '' : ` = ${JSON.stringify(claim.value)}`}`,
    Object.keys(claim.qualifiers).length > 0 ? ` ${JSON.stringify(claim.qualifiers)}` : '',
    claim.when ? ` when ${claim.when.edtf}` : '',
    claim.assertedBy ? ` by ${claim.assertedBy}` : '',
    flags.length > 0 ? ` [${flags.join(' ')}]` : '',
    claim.doubt === null ? '' : ` doubted: ${claim.doubt}`,
    `\n    ${claim.summary}\n    => ${shown}\n    ${words.join(' + ')}`,
  ].join('');
}
