import type { Called } from './words.js';
import { futureOf, pastOf, perfectOf } from './verb.js';
import type { DerivedLabel, Kind, Properties, Relationship, Sentences, Whereabouts } from './vocabulary.js';

interface KindOptions<P extends Properties> {
  about: string;
  properties?: P;
  extends?: Kind;
  plural?: string;
  abstract?: boolean;
  typed?: boolean;
  record?: boolean;
  named?: boolean;
  personal?: boolean;
  several?: boolean;
  phrase?: string;
  nameSays?: string;
  sortedBy?: string;
  fallsSays?: string;
  recursBy?: string;
  orderedBy?: string;
  labels?: readonly DerivedLabel[];
  mapping?: readonly string[];
  called?: Called;
  borneBy?: string;
  leadsTo?: string;
}

/** Declares a kind of entity; a sub-kind inherits its parent's properties and manners. */
export function entity<P extends Properties = Properties>(kindName: string, options: KindOptions<P>): Kind<P> {
  const parent = options.extends ?? null;
  return {
    is: 'kind',
    name: kindName,
    plural: options.plural ?? `${kindName.charAt(0).toLowerCase()}${kindName.slice(1)}s`,
    about: options.about,
    extends: parent,
    abstract: options.abstract ?? false,
    typed: options.typed ?? true,
    record: options.record ?? parent?.record ?? false,
    named: options.named ?? parent?.named ?? true,
    personal: options.personal ?? parent?.personal ?? false,
    several: options.several ?? parent?.several ?? false,
    phrase: options.phrase ?? parent?.phrase ?? null,
    nameSays: options.nameSays ?? parent?.nameSays ?? null,
    sortedBy: options.sortedBy ?? parent?.sortedBy ?? null,
    fallsSays: options.fallsSays ?? parent?.fallsSays ?? null,
    recursBy: options.recursBy ?? parent?.recursBy ?? null,
    orderedBy: options.orderedBy ?? parent?.orderedBy ?? null,
    properties: { ...parent?.properties, ...options.properties } as P,
    labels: options.labels ?? [],
    mapping: options.mapping ?? [],
    called: options.called ?? {},
    borneBy: options.borneBy ?? parent?.borneBy ?? null,
    leadsTo: options.leadsTo ?? null,
  };
}

interface SentencesOptions {
  says: string;
  saysBack: string;
  will?: string;
  was?: string;
  since?: string;
  again?: { readonly says: string; readonly saysBack: string };
}

interface RelationshipOptions extends SentencesOptions {
  reads: string;
  readsBack: string;
  nouns?: readonly [string, string];
  about: string;
  sentencesBy?: { readonly qualifier: string; readonly sentences: Readonly<Record<string, SentencesOptions>> };
  sentencesOf?: Readonly<Record<string, SentencesOptions>>;
  words?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  describes?: 'from' | 'to';
  symmetric?: boolean;
  traversed?: boolean;
  loose?: boolean;
  treats?: boolean;
  involves?: boolean;
  voices?: boolean;
  nests?: boolean;
  situates?: boolean;
  composes?: boolean;
  capacity?: string;
  whereabouts?: Whereabouts;
  lasting?: boolean;
  compares?: string;
  ends?: string;
  distinguishedBy?: readonly string[];
  properties?: Properties;
  mapping?: readonly string[];
  called?: Called;
  calledBack?: Called;
}

/** Declares a type of relationship between kinds, in the file of the younger kind. */
export function relationship(from: readonly Kind[], type: string, to: readonly Kind[], options: RelationshipOptions): Relationship {
  return {
    is: 'relationship',
    type,
    from,
    to,
    describes: 'from',
    symmetric: false,
    traversed: true,
    loose: false,
    treats: false,
    involves: false,
    voices: false,
    nests: false,
    situates: false,
    composes: false,
    capacity: null,
    whereabouts: null,
    lasting: false,
    compares: null,
    ends: null,
    distinguishedBy: [],
    nouns: [type, type],
    words: {},
    properties: {},
    mapping: [],
    called: {},
    calledBack: options.called && options.symmetric ? options.called : {},
    ...options,
    ...sentences(options),
    sentencesBy: options.sentencesBy ? { ...options.sentencesBy, sentences: mapped(options.sentencesBy.sentences, sentences) } : null,
    sentencesOf: mapped(options.sentencesOf ?? {}, sentences),
  };
}

function sentences({ says, saysBack, will, was, since, again }: SentencesOptions): Sentences {
  return { says, saysBack, will: will ?? futureOf(says), was: was ?? pastOf(says), since: since ?? perfectOf(says), again: again ?? null };
}

function mapped<A, B>(record: Readonly<Record<string, A>>, of: (item: A) => B): Readonly<Record<string, B>> {
  return Object.fromEntries(Object.entries(record).map(([key, item]) => [key, of(item)]));
}
