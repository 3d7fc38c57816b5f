import { Event } from './event.js';
import { Group } from './group.js';
import { Organization } from './organization.js';
import { Person } from './person.js';
import { coverageOf, passageList, publishPassages } from '../src/graphql/passages.js';
import { priced } from '../src/graphql/price.js';
import { claimsAt, PRICE_OF_ORDER } from '../src/graphql/claim-lists.js';
import { extension } from '../src/graphql/publish.js';
import { SEEDS } from '../src/model/dataset.js';
import { entity, relationship } from '../src/model/declare.js';
import { called, code, given, integer, many, ofSubject, otherwise, text, time, told, webAddress } from '../src/model/values.js';

export const Source = entity('Source', {
  named: false,
  orderedBy: 'published',
  about: 'A document or data set that claims come from, cut into sentences.',
  called: {
    en: { noun: 'source, document, article, text, report, essay, brief, study, paper, publication, piece, news report, press article, news story, dispatch' },
    fr: { noun: 'source, document, article, texte, rapport, note, étude, essai' },
    ko: { noun: '출처, 문서, 자료, 기사, 보고서' },
  },
  properties: {
    title: given(text('Its title, or what it is, in our own words.')),
    language: given(code('The language it is written in (BCP 47).')),
    published: called(told('{subject} was published {when}', given(time('When it was published, as far as known.'))), {
      en: { noun: 'publication date', verb: 'publish, appear, come out, release, issue, date from, date, print' },
      fr: { noun: 'date de publication', verb: 'publier, paraître, dater de, dater' },
      ko: { noun: '발행일', verb: '발행, 발표, 게재' },
    }),
    sha256: given(code('SHA-256 of its text, by which the text is found where it is at hand.')),
    length: given(integer('Length of its text in Unicode code points.')),
    url: told('{subject} stands at {value}', given(webAddress('Where it was published.'))),
    dataset: otherwise(given(code(`The data set that it belongs to; of a document, ${SEEDS}.`)), SEEDS),
    licence: given(code('The licence of a data set, by its SPDX name where it has one.')),
    attribution: given(text('Whom to name where its content is shown.')),
    covered: given(time('The time that a data set covers; what began after its end it does not deny by its silence.')),
    loaded: given(time('The day on which a data set was imported.')),
    section: many(told('{subject} has a part “{value}”', text('A part of it, in our own words.'))),
    defect: many(ofSubject(told('in {subject}: {value}', text('What is wrong with the text as it stands; no fact is taken from it.')))),
  },
  mapping: ['schema:CreativeWork', 'prov:Entity'],
});

export const PublishedBy = relationship([Source], 'PUBLISHED_BY', [Organization], {
  reads: 'publishers',
  readsBack: 'publications',
  traversed: false,
  about: 'The body that published it.',
  called: { en: { noun: 'publisher', link: 'by, from, of' }, fr: { noun: 'éditeur', link: 'de, par' }, ko: { noun: '발행처, 발행인' } },
  calledBack: { en: { verb: 'publish' }, fr: { verb: 'publier' }, ko: { verb: '발행' } },
  says: '{subject} was published by {object}',
  saysBack: '{subject} published {object}',
  mapping: ['schema:publisher'],
});

export const WrittenBy = relationship([Source], 'WRITTEN_BY', [Person, Organization], {
  reads: 'authors',
  readsBack: 'wrote',
  traversed: false,
  about: 'Who wrote it.',
  called: { en: { noun: 'author, writer', link: 'by' }, fr: { noun: 'auteur, autrice', link: 'de' }, ko: { noun: '저자' } },
  calledBack: { en: { verb: 'write, author, pen, draft' }, fr: { verb: 'écrire' }, ko: { verb: '쓰다, 작성, 집필' } },
  says: '{subject} was written by {object}',
  saysBack: '{subject} wrote {object}',
  mapping: ['schema:author', 'prov:wasAttributedTo'],
});

export const PhotographedBy = relationship([Source], 'PHOTOGRAPHED_BY', [Person, Organization], {
  reads: 'photographers',
  readsBack: 'photographed',
  traversed: false,
  about: 'Who took its photograph, or is credited with it.',
  called: { en: { noun: 'photographer', link: 'by' }, fr: { noun: 'photographe' }, ko: { noun: '사진작가' } },
  calledBack: {
    en: { verb: 'photograph, take the photograph of, take the photo of, take the picture of' },
    fr: { verb: 'photographier' },
    ko: { verb: '촬영' },
  },
  says: '{subject} has a photograph by {object}',
  saysBack: '{subject} is credited with a photograph in {object}',
});

export const SpokenBy = relationship([Source], 'SPOKEN_BY', [Person], {
  reads: 'voices',
  readsBack: 'speaksIn',
  traversed: false,
  about: 'Who speaks in it: in a video, a speech, an interview.',
  says: '{subject} has {object} speaking in it',
  saysBack: '{subject} speaks in {object}',
});

export const Thanks = relationship([Source], 'THANKS', [Person, Organization], {
  reads: 'thanks',
  readsBack: 'thankedIn',
  traversed: false,
  about: 'Whom its authors thank.',
  called: { en: { verb: 'thank' }, fr: { verb: 'remercier' }, ko: { verb: '감사' } },
  says: '{subject} thanks {object}',
  saysBack: '{subject} is thanked in {object}',
});

export const Cites = relationship([Source], 'CITES', [Source, Organization, Group, Person, Event], {
  reads: 'cites',
  readsBack: 'citedBy',
  traversed: false,
  about: 'The document draws on the second or refers to it.',
  says: '{subject} cites {object}',
  saysBack: '{subject} is cited by {object}',
  mapping: ['schema:citation'],
});

export const sourceFields = extension((publisher) => {
  const { passages, coverage } = publishPassages(publisher);
  publisher.fields(Source, (t) => ({
    passages: t.field({
      type: passages,
      description: 'Its sentences, each with the claims that stand on it; `where` looks into their words, where the text is at hand.',
      args: { ...t.arg.connectionArgs(), where: t.arg({ type: publisher.wheres.texts, required: false }) },
      resolve: passageList,
    }),
    textAtHand: t.boolean({
      description: 'Whether the server has its text. Where it has not, `Span.text`, `before` and `after` are null, and all else is told.',
      resolve: ({ scope, entity: { columns } }) => scope.texts.has(String(columns['sha256'])),
    }),
    coverage: t.field({
      type: coverage,
      extensions: priced(50),
      description: 'How much of its text is accounted for.',
      resolve: coverageOf,
    }),
    statedClaims: t.field({
      type: publisher.evidence.claimConnection,
      description: 'The claims that stand in it, in the order of its text.',
      extensions: priced(({ orderBy }) => (orderBy ? PRICE_OF_ORDER : 0)),
      args: publisher.evidence.claimArgs(t),
      resolve: ({ scope, entity: document }, args) => claimsAt(scope, ['source'], document.id, args),
    }),
  }));
});
