import { describe, expect, it } from 'vitest';
import { disputeRules } from '../../schema/disputes/rules.js';
import { vocabulary } from '../../schema/vocabulary.js';
import { disputesOf } from '../../src/disputes/find.js';
import { readSeeds } from '../../src/load/seeds.js';
import { compareText } from '../../src/model/text.js';

/** What disagrees in the curated documents. Each line was read beside its words; a new one must be, before it stands here. */
const READ = [
  'DISPUTE excluding-dates: country/fr country/kr event/establishment-of-france-korea-relations',
  'DISPUTE figures-differ: group/french-local-authorities',
  'DISPUTE figures-differ: topic/french-korean-partnerships',
  'DISPUTE relation-hoped-for: country/fr country/kr',
  'DISPUTE tension-contradiction: country/fr',
  'DISPUTE tension-contradiction: country/fr country/kp event/talks-in-france-2018',
  'DISPUTE tension-contradiction: country/fr event/establishment-of-france-korea-relations event/re-establishment-of-france-korea-relations',
  'DISPUTE tension-impossible-start: country/fr country/kp',
  'DISPUTE tension-impossible-start: partnership/sanary-sur-mer-hongcheon topic/french-korean-partnerships',
  'DISPUTE who-said-it: person/hong-joon-ho person/kim-hyoung-jin statement/on-local-authorities-as-a-bond-between-countries',
  'DISPUTE who-wrote-it: person/flavie-chalumeau-boisgibault person/jiseon-lee person/laure-gillot-assayag source/key-sister-cities',
  'SIDE_BY_SIDE commemorates-two: event/100th-anniversary-france-korea-relations partnership/sanary-sur-mer-hongcheon person/jules-jean-louis',
  'SIDE_BY_SIDE kind-by-viewer: partnership/versailles-gyeongju',
  'SIDE_BY_SIDE level-by-viewer: country/fr country/kr',
  'SIDE_BY_SIDE more-precise-date: event/france-korea-year-2015-2016',
  'SIDE_BY_SIDE party-succeeded: partnership/alsace-gyeongsangbuk-do region/alsace region/grand-est',
  'SIDE_BY_SIDE tension-attribution: event/lee-macron-summit-johannesburg-2025 person/lee-jae-myung',
  'SIDE_BY_SIDE tension-attribution: person/emmanuel-macron source/figaro-macron-xi-2023 statement/macron-hope-that-china-realizes',
  'SIDE_BY_SIDE tension-attribution: person/emmanuel-macron statement/macron-concern-to-xi',
  'SIDE_BY_SIDE tension-certainty: country/fr country/vn',
  'SIDE_BY_SIDE tension-certainty: country/kp country/ru',
  'SIDE_BY_SIDE tension-certainty: country/kp country/ru event/north-korean-shells-for-russia statement/seoul-on-arms-shipments',
  'SIDE_BY_SIDE tension-certainty: country/kp event/north-korean-shells-for-russia statement/seoul-on-arms-shipments topic/arms',
  'SIDE_BY_SIDE tension-certainty: event/french-culture-festival-yangcheon-2024 event/second-french-korean-forum-2024',
  'SIDE_BY_SIDE tension-certainty: event/macron-visit-to-korea-2026 person/emmanuel-macron statement/macron-excited-about-korea statement/macron-great-opportunity',
  'SIDE_BY_SIDE tension-certainty: statement/key-oda-cut-affects-partnerships statement/le-maire-solidarity-budget-cut',
  'SIDE_BY_SIDE tension-grounds: city/angouleme city/bucheon event/angouleme-comics-festival event/bucheon-comics-festival',
  'SIDE_BY_SIDE tension-grounds: country/cn country/fr country/kp country/kr country/us person/vladimir-putin person/xi-jinping',
  'SIDE_BY_SIDE tension-grounds: partnership/auvergne-rhone-alpes-gyeongsangbuk-do statement/key-business-dimension',
  'SIDE_BY_SIDE tension-grounds: statement/key-differences-shape-exchanges statement/kim-on-the-trend-to-pragmatism',
  'SIDE_BY_SIDE tension-heading: agreement/asean-korea-free-trade agreement/australia-korea-free-trade country/fr country/kr country/us source/france-korea-allies-essay',
  'SIDE_BY_SIDE tension-heading: city/nice city/paris-15 city/seocho partnership/nice-daejeon partnership/paris-15-seocho',
  'SIDE_BY_SIDE tension-heading: country/fr country/kp source/france-korea-allies-essay',
  'SIDE_BY_SIDE tension-heading: country/kp event/kim-visit-to-russia-2023 event/north-korean-shells-for-russia person/kim-jong-un source/figaro-macron-xi-2023',
  'SIDE_BY_SIDE tension-heading: organization/caen-memorial organization/seoul-digital-foundation partnership/caen-memorial-incheon-landing-memorial partnership/paris-est-marne-et-bois-seoul-digital-foundation topic/french-korean-partnerships',
  'SIDE_BY_SIDE tension-heading: partnership/auvergne-rhone-alpes-daegu-fez partnership/ile-de-france-gyeonggi-do region/auvergne-rhone-alpes region/daegu-free-economic-zone',
  'SIDE_BY_SIDE tension-list: agreement/asean-korea-free-trade agreement/central-america-korea-free-trade agreement/eu-korea-free-trade country/kr',
  'SIDE_BY_SIDE tension-list: partnership/cannes-busan partnership/grenoble-alpes-metropole-gumi partnership/paris-13-seodaemun partnership/paris-17-yangcheon partnership/paris-18-jung partnership/paris-est-marne-et-bois-seoul-digital-foundation topic/french-korean-partnerships',
  'SIDE_BY_SIDE tension-scope: city/incheon event/incheon-landing organization/caen-memorial organization/incheon-landing-memorial partnership/caen-memorial-incheon-landing-memorial',
  'SIDE_BY_SIDE tension-scope: city/paris partnership/paris-rome partnership/paris-seoul',
  'SIDE_BY_SIDE tension-scope: city/saint-mande city/seoul partnership/saint-mande-seoul statement/authors-twinnings-opportunities',
  'SIDE_BY_SIDE tension-scope: country/kp country/ru',
  'SIDE_BY_SIDE tension-scope: event/first-french-korean-forum-2023 source/forum-2023-choi-video',
  'SIDE_BY_SIDE tension-scope: partnership/angouleme-bucheon partnership/paris-13-seodaemun statement/bertoux-on-the-cross-year-and-the-country-group topic/french-korean-partnerships',
  'SIDE_BY_SIDE tension-scope: statement/authors-faster-pace statement/authors-trend-to-continue topic/french-korean-partnerships',
  'SIDE_BY_SIDE tension-scope: statement/key-terminology-confusion topic/twinning',
  'SIDE_BY_SIDE tension-scope: statement/lee-desire-for-cooperation-with-france statement/macron-hope-cooperation-with-korea',
  'SIDE_BY_SIDE tension-scope: statement/macron-concern-to-xi statement/macron-entourage-on-north-korea statement/macron-hope-that-china-realizes',
  'SIDE_BY_SIDE tension-scope: statement/macron-wish-for-cooperation statement/to-lam-appeal-for-support',
  'SIDE_BY_SIDE tension-tone: country/fr topic/france-korea-relations',
  'SIDE_BY_SIDE tension-tone: event/incheon-landing event/normandy-landings partnership/caen-memorial-incheon-landing-memorial statement/key-oldest-and-military-dormant',
  'SIDE_BY_SIDE tension-tone: event/normandy-landings',
  'SIDE_BY_SIDE tension-tone: group/french-local-authorities group/korean-local-authorities statement/key-authors-on-twinning-partners',
  'SIDE_BY_SIDE tension-tone: group/french-local-authorities group/korean-local-authorities topic/french-korean-partnerships',
  'SIDE_BY_SIDE tension-tone: partnership/sanary-sur-mer-hongcheon partnership/versailles-gyeongju',
  'SIDE_BY_SIDE tension-tone: statement/authors-cooperation-paramount statement/cites-unies-share-of-spending',
  'SIDE_BY_SIDE tension-tone: statement/authors-growing-appeal statement/key-fewer-french-missions',
  'SIDE_BY_SIDE tension-tone: statement/french-side-on-xi-zelensky-call statement/le-figaro-on-the-unchanged-situation',
  'SIDE_BY_SIDE tension-translation: statement/key-hong-vanguard-role',
  'SIDE_BY_SIDE tension-translation: topic/french-korean-partnerships',
  'SIDE_BY_SIDE titles-differ: office/director-general-of-garok office/director-general-of-garok-paris person/hong-joon-ho',
  'SIDE_BY_SIDE treaty-before-relations: agreement/france-korea-treaty-1860s country/fr country/kr',
  'STALE_PLAN planned-past: event/korean-tours-festival-2025 source/key-sister-cities',
  'STALE_PLAN planned-past: event/second-french-korean-forum-2024 source/key-sister-cities',
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
