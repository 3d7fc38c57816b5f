import { describe, expect, it } from 'vitest';
import { disputeRules } from '../../schema/disputes/rules.js';
import { vocabulary } from '../../schema/vocabulary.js';
import { disputesOf } from '../../src/disputes/find.js';
import { readSeeds } from '../../src/load/seeds.js';
import { compareText } from '../../src/model/text.js';

/** What disagrees in the curated documents. Each line was read beside its words; a new one must be, before it stands here. */
const READ = [
  'DISPUTE contact-without-relations: country/fr country/kp',
  'DISPUTE excluding-dates: country/fr country/kr',
  'DISPUTE excluding-dates: event/establishment-of-france-korea-relations',
  'DISPUTE excluding-dates: event/france-korea-year-2015-2016',
  'DISPUTE figures-differ: topic/french-korean-partnerships',
  'DISPUTE figures-differ: topic/local-authority-spending',
  'DISPUTE party-outside-dates: country/fr country/kr',
  'DISPUTE party-outside-dates: country/kr event/establishment-of-france-korea-relations',
  'DISPUTE planned-past: event/korean-tours-festival-2025 source/key-sister-cities',
  'DISPUTE planned-past: event/second-french-korean-forum-2024 source/key-sister-cities',
  'DISPUTE relation-hoped-for: country/fr country/kr',
  'DISPUTE who-said-it: person/hong-joon-ho person/kim-hyoung-jin statement/key-note-26',
  'DISPUTE who-wrote-it: person/flavie-chalumeau-boisgibault person/jiseon-lee person/laure-gillot-assayag source/key-sister-cities',
  'SIDE_BY_SIDE commemorates-two: event/100th-anniversary-france-korea-relations partnership/sanary-sur-mer-hongcheon person/jules-jean-louis',
  'SIDE_BY_SIDE dormant-with-activity: event/hongcheon-masks partnership/sanary-sur-mer-hongcheon',
  'SIDE_BY_SIDE exclusive-partner: city/paris partnership/paris-rome partnership/paris-seoul',
  'SIDE_BY_SIDE figures-differ: topic/french-korean-partnerships',
  'SIDE_BY_SIDE kind-by-viewer: partnership/versailles-gyeongju',
  'SIDE_BY_SIDE level-by-viewer: country/fr country/kr',
  'SIDE_BY_SIDE more-precise-date: event/first-french-korean-forum-2023',
  'SIDE_BY_SIDE more-precise-date: event/normandy-landings',
  'SIDE_BY_SIDE more-precise-date: partnership/paris-17-yangcheon',
  'SIDE_BY_SIDE party-succeeded: partnership/alsace-gyeongsangbuk-do region/alsace region/grand-est',
  'SIDE_BY_SIDE relations-taken-up-again: country/fr country/kr event/re-establishment-of-france-korea-relations',
  'SIDE_BY_SIDE titles-differ: office/director-general-of-garok office/director-general-of-garok-paris person/hong-joon-ho',
  ...Array.from({ length: 20 }, () => 'SIDE_BY_SIDE translation-differs: source/key-sister-cities'),
  'SIDE_BY_SIDE treaty-before-relations: agreement/france-korea-treaty-1860s country/fr country/kr',
];

describe('the curated documents', () => {
  const { dataset } = readSeeds(vocabulary, 'seed', new Map());
  const found = disputesOf(vocabulary, dataset, disputeRules);

  it('disagree where they do, and nowhere else', () => {
    expect(found.map(({ verdict, rule, about }) => `${verdict} ${rule.id}: ${about.join(' ')}`).sort(compareText)).toEqual(READ);
  });

  it('give both sides of each disagreement, and one sentence for it', () => {
    for (const { sides, explanation } of found) {
      expect(sides.length).toBeGreaterThan(1);
      expect(explanation).toMatch(/^[^\n]+\.$/);
    }
  });

  it('have one dispute that a rank decides, with its reason', () => {
    expect(found.filter(({ resolution }) => resolution !== null).map(({ rule, resolution }) => [rule.id, (resolution?.reason ?? '') !== ''])).toEqual([
      ['who-said-it', true],
    ]);
  });
});
