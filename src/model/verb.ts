/** The verb of a sentence template, and what follows it: "{subject} cooperates with {object}". */
const VERB = /^\{subject\} (\p{L}+)(.*)$/su;

/** A template as told of what is: the first verb, `of` it, and the rest. */
function withVerb(says: string, of: (verb: string) => string | null): string {
  const [, verb = '', rest = ''] = VERB.exec(says) ?? [];
  const other = of(verb);
  return other === null ? says : `{subject} ${other}${rest}`;
}

const isPresent = (verb: string) => verb === 'has' || (/[^s]s$/.test(verb) && !['is', 'was'].includes(verb));

function baseOf(verb: string): string {
  if (verb === 'has') return 'have';
  return verb.replace(/(?<=\p{L}[^aeiou])ies$/u, 'ys').replace(/(?<=o)es$|s$/, '');
}

/** Past and participle of verbs that no rule gives. */
const IRREGULAR: Readonly<Record<string, readonly [string, string]>> = {
  is: ['was', 'been'],
  has: ['had', 'had'],
  takes: ['took', 'taken'],
  meets: ['met', 'met'],
  deals: ['dealt', 'dealt'],
  stands: ['stood', 'stood'],
  falls: ['fell', 'fallen'],
  goes: ['went', 'gone'],
};

function regularOf(verb: string): string {
  return baseOf(verb)
    .replace(/(?<=[^aeiou])y$/, 'i')
    .replace(/e?$/, 'ed');
}

/** What is told in the perfect already: "{subject} has been signed". */
const PERFECT = /^\{subject\} has \p{L}+(ed|en|ad)\b/u;

/** "{subject} is in {object}" as what will be; a sentence whose verb is in the past needs its own. */
export function futureOf(says: string): string {
  return withVerb(says, (verb) => (['is', 'was'].includes(verb) ? 'will be' : isPresent(verb) ? `will ${baseOf(verb)}` : null));
}

/** A sentence told of several, by whose name one verb goes: "French universities cooperate with". */
export function pluralOf(says: string): string {
  return withVerb(says, (verb) => (verb === 'is' ? 'are' : verb === 'was' ? 'were' : verb === 'does' ? 'do' : isPresent(verb) ? baseOf(verb) : null));
}

/** A sentence of a state that was, at a time that is over: "France traded with". */
export function pastOf(says: string): string {
  return withVerb(says, (verb) => IRREGULAR[verb]?.[0] ?? (isPresent(verb) ? regularOf(verb) : null));
}

/** A sentence of a state that began and goes on: "France has had diplomatic relations with". */
export function perfectOf(says: string): string {
  if (PERFECT.test(says)) return says;
  return withVerb(says, (verb) => (IRREGULAR[verb] !== undefined || isPresent(verb) ? `has ${IRREGULAR[verb]?.[1] ?? regularOf(verb)}` : null));
}

/** A sentence as it is now, was once, or has been since. */
export interface Forms {
  readonly says: string;
  readonly was: string;
  readonly since: string;
}

/** The sentence of a state that was, or has been since, where its time says so. */
export function inTime({ says, was, since }: Forms, when: { readonly edtf: string } | null): string {
  if (when === null) return says;
  return /\/(\.\.)?$/.test(when.edtf) ? since : was;
}

/** What is denied: "France does not recognise", and of the past, whose base stands in the sentence of the future, "did not take part in". */
export function deniedOf(says: string, will: string): string {
  const denied = withVerb(says, (verb) => (['is', 'was', 'are', 'were'].includes(verb) ? `${verb} not` : isPresent(verb) ? `does not ${baseOf(verb)}` : null));
  if (PERFECT.test(says)) return says.replace(/^\{subject\} has /, '{subject} has not ');
  return denied === says ? will.replace(/^\{subject\} will /, '{subject} did not ') : denied;
}

/** What somebody means to do: "to cooperate with {object}". */
export function infinitiveOf(will: string): string {
  return will.replace(/^\{subject\} will /, 'to ');
}
