import type { Language } from '../../model/words.js';
import { spokenTime } from '../spoken.js';

/** How a language says answers: one way for each head. */
export interface Say {
  listed(count: number, items: string): string;
  counted(count: number, items: string): string;
  /** What is so for sure, and what may be. */
  sureAndPerhaps(sure: number, items: string, perhaps: number, others: string): string;
  /** Of what is so only perhaps, or planned. */
  perhaps(items: string): string;
  /** What is found where nothing is, if less is asked. */
  readonly planned: string;
  looser(asked: string): string;
  /** Each part of a question, told alone. */
  readonly apart: string;
  readonly partakers: string;
  /** A model put the question into other words. */
  rewritten(words: string): string;
  /** What is said before what was only connected, and not read by a rule. */
  readonly connected: string;
  readonly none: string;
  time(edtf: string): string;
  yes(items: string): string;
  /** Yes by some accounts, with what each says. */
  disputedYes(items: string, claims: string): string;
  no(claims: string): string;
  when(label: string, times: string): string;
  readonly noTime: string;
  /** Several in the order of their times; that it cannot be told. */
  inOrder(items: readonly string[]): string;
  noOrder(items: readonly string[]): string;
  /** Times of one thing on which sources differ. */
  differing(times: readonly string[]): string;
  where(label: string, places: string): string;
  readonly noPlace: string;
  value(label: string, values: string): string;
  grouped(groups: string): string;
  groupedMost(keys: string, count: number): string;
  most(items: string, count: number): string;
  between(count: number, items: string): string;
  denied(items: string): string;
  disputed(count: number, items: string): string;
  said(items: string): string;
  mentioned(count: number, items: string): string;
  /** How many sources say that there are. */
  stated(items: string): string;
  readonly withPlanned: string;
  readonly unrecorded: string;
  changed(count: number, items: string): string;
  readonly noPath: string;
  readonly cut: string;
  possible(item: string): string;
  intended(item: string): string;
  /** What is in a list by a fact on which sources differ. */
  disputedItem(item: string): string;
  ask(name: string, items: string): string;
  readonly several: string;
  readonly noQuestion: string;
  tooLong(most: number, size: number): string;
  noDay(days: string): string;
  readonly backwards: string;
  readonly tooWide: string;
  unknown(words: string): string;
  /** No entity is called so. */
  unnamed(names: string): string;
  readonly notUnderstood: string;
  readonly and: string;
  readonly or: string;
}

export const says: Readonly<Record<Language, Say>> = {
  en: {
    listed: (count, items) => (count === 1 ? `${items}.` : `${String(count)}: ${items}.`),
    counted: (count, items) => (count === 0 ? 'None: 0 on record.' : `${String(count)}${items === '' ? '' : `: ${items}`}.`),
    sureAndPerhaps: (sure, items, perhaps, others) => `For sure ${String(sure)}${items === '' ? '' : `: ${items}`}; perhaps ${String(perhaps)}: ${others}.`,
    perhaps: (items) => `Nothing is recorded of this for sure; perhaps, or planned: ${items}.`,
    planned: 'Nothing of this is recorded as done, only as planned or hoped for',
    looser: (asked) => `Nothing is recorded as ${asked}; without that`,
    apart: 'Nothing is recorded of all this together; of each part alone',
    partakers: 'Nothing is recorded of this itself; of who took part in it',
    connected: 'by what connects the words of the question',
    rewritten: (words) => `Put by a language model${words === '' ? ' into a plan' : ` as “${words}”`}`,
    none: 'Nothing is recorded of this',
    time: (edtf) => spokenTime(edtf, 'en'),
    yes: (items) => `Yes: ${items}.`,
    disputedYes: (items, claims) => `It is disputed; by some accounts yes: ${items}. ${claims}`,
    no: (claims) => `No. ${claims}`,
    when: (label, times) => `${label}: ${times}.`,
    noTime: 'no time is recorded',
    inOrder: (items) => `First ${items.join(', then ')}.`,
    noOrder: (items) => `Which came first cannot be told: ${items.join('; ')}.`,
    differing: (times) => `${times.join(', or ')}; sources differ`,
    where: (label, places) => `${label}: ${places}.`,
    noPlace: 'no place is recorded',
    value: (label, values) => `${label}: ${values}.`,
    grouped: (groups) => `${groups}.`,
    groupedMost: (keys, count) => `Most in ${keys}: ${String(count)}.`,
    most: (items, count) => `${items}, with ${String(count)}.`,
    between: (count, items) => `${String(count)} in common: ${items}.`,
    denied: (items) => `Sources deny it of: ${items}.`,
    disputed: (count, items) => `${String(count)} disputed: ${items}`,
    said: (items) => `Said by ${items}.`,
    mentioned: (count, items) => `${String(count)} ${count === 1 ? 'document' : 'documents'}: ${items}.`,
    stated: (items) => `Sources speak of ${items}.`,
    withPlanned: 'With what is only planned or hoped for',
    unrecorded: 'Of these it is not recorded, which is no proof that it is not so.',
    changed: (count, items) => `${String(count)} new: ${items}.`,
    noPath: 'No path was found',
    cut: 'The search was cut short',
    possible: (item) => `${item} (perhaps)`,
    intended: (item) => `${item} (only planned or hoped for)`,
    disputedItem: (item) => `${item} (sources differ)`,
    ask: (name, items) => `Which do you mean by "${name}": ${items}?`,
    several: 'This can be meant in several ways; ask one of these.',
    noQuestion: 'There is no question here.',
    tooLong: (most, size) => `A question may have ${String(most)} characters; this one has ${String(size)}.`,
    noDay: (days) => `There is no such day as ${days}.`,
    tooWide: 'This is too much to ask at once.',
    backwards: 'The time ends before it begins.',
    unnamed: (names) => `Nothing here is called ${names}.`,
    unknown: (words) => `Not understood: ${words}.`,
    notUnderstood: 'The words are known, but not what they ask together.',
    and: 'and',
    or: 'or',
  },
  fr: {
    listed: (count, items) => (count === 1 ? `${items}.` : `${String(count)} : ${items}.`),
    counted: (count, items) => (count === 0 ? 'Aucun : 0 enregistré.' : `${String(count)}${items === '' ? '' : ` : ${items}`}.`),
    sureAndPerhaps: (sure, items, perhaps, others) => `Sûrs ${String(sure)}${items === '' ? '' : ` : ${items}`} ; possibles ${String(perhaps)} : ${others}.`,
    perhaps: (items) => `Rien de tel n'est enregistré avec certitude ; peut-être, ou prévu : ${items}.`,
    planned: "Rien de tel n'est enregistré comme fait, seulement comme prévu ou souhaité",
    looser: (asked) => `Rien n'est enregistré comme ${asked} ; sans cela`,
    apart: "Rien n'est enregistré de tout cela ensemble ; de chaque partie à part",
    partakers: "Rien n'est enregistré de cela même ; de ceux qui y ont pris part",
    connected: 'par ce qui relie les mots de la question',
    rewritten: (words) => `Reformulé par un modèle de langue${words === '' ? ' en un plan' : ` : « ${words} »`}`,
    none: "Rien n'est enregistré à ce sujet",
    time: (edtf) => spokenTime(edtf, 'fr'),
    yes: (items) => `Oui : ${items}.`,
    disputedYes: (items, claims) => `C'est contesté ; selon certains, oui : ${items}. ${claims}`,
    no: (claims) => `Non. ${claims}`,
    when: (label, times) => `${label} : ${times}.`,
    noTime: "aucune date n'est enregistrée",
    inOrder: (items) => `D'abord ${items.join(', puis ')}.`,
    noOrder: (items) => `On ne peut dire lequel vient d'abord : ${items.join(' ; ')}.`,
    differing: (times) => `${times.join(', ou ')} ; les sources diffèrent`,
    where: (label, places) => `${label} : ${places}.`,
    noPlace: "aucun lieu n'est enregistré",
    value: (label, values) => `${label} : ${values}.`,
    grouped: (groups) => `${groups}.`,
    groupedMost: (keys, count) => `Le plus en ${keys} : ${String(count)}.`,
    most: (items, count) => `${items}, avec ${String(count)}.`,
    between: (count, items) => `${String(count)} en commun : ${items}.`,
    denied: (items) => `Des sources le nient pour : ${items}.`,
    disputed: (count, items) => `${String(count)} désaccord${count > 1 ? 's' : ''} : ${items}`,
    said: (items) => `Selon ${items}.`,
    mentioned: (count, items) => `${String(count)} ${count === 1 ? 'document' : 'documents'} : ${items}.`,
    stated: (items) => `Des sources parlent de ${items}.`,
    withPlanned: "Avec ce qui n'est que prévu ou souhaité",
    unrecorded: "Pour ceux-ci, rien n'est enregistré ; ce n'est pas la preuve du contraire.",
    changed: (count, items) => `${String(count)} nouveaux : ${items}.`,
    noPath: "Aucun lien n'a été trouvé",
    cut: 'La recherche a été interrompue',
    possible: (item) => `${item} (peut-être)`,
    intended: (item) => `${item} (seulement prévu ou souhaité)`,
    disputedItem: (item) => `${item} (les sources diffèrent)`,
    ask: (name, items) => `Que voulez-vous dire par « ${name} » : ${items} ?`,
    several: "Cela peut se comprendre de plusieurs façons ; posez l'une de ces questions.",
    noQuestion: "Il n'y a pas de question ici.",
    tooLong: (most, size) => `Une question peut avoir ${String(most)} caractères ; celle-ci en a ${String(size)}.`,
    noDay: (days) => `Le jour ${days} n'existe pas.`,
    tooWide: "C'est trop demander à la fois.",
    backwards: 'La période finit avant de commencer.',
    unnamed: (names) => `Rien ici ne porte le nom ${names}.`,
    unknown: (words) => `Pas compris : ${words}.`,
    notUnderstood: "Les mots sont connus, mais pas ce qu'ils demandent ensemble.",
    and: 'et',
    or: 'ou',
  },
  ko: {
    listed: (count, items) => (count === 1 ? `${items}.` : `${String(count)}건: ${items}.`),
    counted: (count, items) => (count === 0 ? '없음: 기록 0건.' : `${String(count)}건${items === '' ? '' : `: ${items}`}.`),
    sureAndPerhaps: (sure, items, perhaps, others) => `확실 ${String(sure)}건${items === '' ? '' : `: ${items}`}; 불확실 ${String(perhaps)}건: ${others}.`,
    perhaps: (items) => `확실한 기록은 없습니다. 불확실하거나 계획된 것: ${items}.`,
    planned: '실제로 이루어진 기록은 없고 계획되거나 희망된 것만 있습니다',
    looser: (asked) => `${asked}(으)로 기록된 것은 없습니다. 그 조건 없이는`,
    apart: '이 모두에 함께 맞는 기록은 없습니다. 하나씩 보면',
    partakers: '그 자체에 대한 기록은 없습니다. 참가자에 대해서는',
    connected: '질문의 낱말을 잇는 관계로 이해함',
    rewritten: (words) => `언어 모델이 바꾼 질문${words === '' ? '' : ` “${words}”`}`,
    none: '기록된 내용이 없습니다',
    time: (edtf) => spokenTime(edtf, 'ko'),
    yes: (items) => `예: ${items}.`,
    disputedYes: (items, claims) => `견해가 다르지만, 일부에 따르면 예: ${items}. ${claims}`,
    no: (claims) => `아니요. ${claims}`,
    when: (label, times) => `${label}: ${times}.`,
    noTime: '기록된 시기가 없습니다',
    inOrder: (items) => `먼저 ${items.join(', 그다음 ')}.`,
    noOrder: (items) => `어느 것이 먼저인지 알 수 없습니다: ${items.join('; ')}.`,
    differing: (times) => `${times.join(' 또는 ')}; 출처마다 다릅니다`,
    where: (label, places) => `${label}: ${places}.`,
    noPlace: '기록된 장소가 없습니다',
    value: (label, values) => `${label}: ${values}.`,
    grouped: (groups) => `${groups}.`,
    groupedMost: (keys, count) => `가장 많은 것: ${keys}, ${String(count)}건.`,
    most: (items, count) => `${items}, ${String(count)}건.`,
    between: (count, items) => `공통점 ${String(count)}개: ${items}.`,
    denied: (items) => `출처가 부정하는 대상: ${items}.`,
    disputed: (count, items) => `쟁점 ${String(count)}개: ${items}`,
    said: (items) => `출처: ${items}.`,
    mentioned: (count, items) => `문서 ${String(count)}개: ${items}.`,
    stated: (items) => `출처에 따르면: ${items}.`,
    withPlanned: '계획되거나 희망된 것까지 포함하면',
    unrecorded: '이들에 대해서는 기록이 없을 뿐이며, 사실이 아니라는 증거는 아닙니다.',
    changed: (count, items) => `새로운 것 ${String(count)}개: ${items}.`,
    noPath: '연결을 찾지 못했습니다',
    cut: '검색이 중단되었습니다',
    possible: (item) => `${item} (불확실)`,
    intended: (item) => `${item} (계획 또는 희망)`,
    disputedItem: (item) => `${item} (출처마다 다름)`,
    ask: (name, items) => `"${name}"은(는) 무엇을 뜻합니까: ${items}?`,
    several: '여러 가지로 이해될 수 있습니다. 다음 중 하나를 물어 주십시오.',
    noQuestion: '질문이 없습니다.',
    tooLong: (most, size) => `질문은 ${String(most)}자까지 가능합니다. 이 질문은 ${String(size)}자입니다.`,
    noDay: (days) => `${days}은(는) 없는 날짜입니다.`,
    tooWide: '한 번에 묻기에는 너무 많습니다.',
    backwards: '기간의 끝이 시작보다 앞섭니다.',
    unnamed: (names) => `${names}(이)라는 이름은 여기에 없습니다.`,
    unknown: (words) => `이해하지 못한 말: ${words}.`,
    notUnderstood: '낱말은 알지만 질문의 뜻을 이해하지 못했습니다.',
    and: '및',
    or: '또는',
  },
};
