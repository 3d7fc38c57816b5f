import type { Pack } from './pack.js';

/** The word and its plural and feminine forms, as far as rules give them. */
function forms(word: string): string[] {
  const first = word.split(' ')[0] ?? '';
  const rest = word.slice(first.length);
  const plural = /[sxz]$/.test(first) ? first : /(au|eu)$/.test(first) ? `${first}x` : /al$/.test(first) ? `${first.slice(0, -2)}aux` : `${first}s`;
  const all = rest.split(' ').map((own) => (own === '' || /^(de|d'|du|à|au|en|sur|avec|par)/.test(own) || /[sx]$/.test(own) ? own : `${own}s`));
  return [word, `${plural}${rest}`, `${plural}${all.join(' ')}`];
}

/** Forms that no rule gives, by the end of an infinitive: of the third person, and last the participle. Accents do not count. */
const IRREGULAR: Readonly<Record<string, string>> = {
  avoir: 'a ont avait avaient eu', aller: 'va vont allait alla allé', faire: 'fait font faisait fit fait', enir: 'ient iennent enait int enu', cevoir: 'çoit çoivent cevait çut çu',
  voir: 'voit voient voyait vit vu', dire: 'dit disent disait dit', crire: 'crit crivent crivait crivit crit', aître: 'aît aissent aissait ut u', prendre: 'prend prennent prenait prit pris',
  clure: 'clut cluent cluait clut clu', mettre: 'met mettent mettait mit mis', eillir: 'eille eillent eillait eillit eilli', eler: 'elle ellent elait ela elé', ouloir: 'eut eulent oulait oulut oulu', frir: 'fre frent frait frit fert', vrir: 'vre vrent vrait vrit vert', oyer: 'oie oient oyait oya oyé',
}; // prettier-ignore
const REGULAR: Readonly<Record<string, string>> = { er: 'e ent ait aient a èrent é', ir: 'it issent issait issaient irent i', re: ' ent ait aient it irent u' };

/** An infinitive with its forms of the third person and its participle; what is no infinitive, as a participle that agrees. */
function verbForms(verb: string): string[] {
  const [first = '', ...rest] = verb.split(' ');
  const [end, endings] = [...Object.entries(IRREGULAR), ...Object.entries(REGULAR)].find(([own]) => first.endsWith(own)) ?? ['', ''];
  const forms = endings.split(' ').map((ending) => `${first.slice(0, first.length - end.length)}${ending}`);
  const participle = forms.at(-1) ?? '';
  return [first, ...forms, ...['s', 'e', 'es'].map((ending) => `${participle}${ending}`)].map((form) => [form, ...rest].join(' '));
}

/** Asks for somebody by the name. */
const CALLED = Object.fromEntries(
  ['comment s appelle', 'comment s appellent', 'comment se nomme', 'comment se nomment', 'quel est le nom de', 'quel est le nom du'].map((own) => [
    own,
    own.endsWith('du') ? 'qui est le' : 'qui est',
  ]),
);

export const french: Pack = {
  language: 'fr',
  grammar: 'before',
  goesOn: () => false,
  genitive: 'de',
  forms: (word, as) => (as === 'verb' ? verbForms(word) : forms(word)),
  functions: {
    which: 'quel, quelle, quels, quelles, lequel, laquelle, lesquels, lesquelles, quel est le, quelle est la, quels sont les, quelles sont les, quel est, quelle est, quels sont, quelles sont',
    who: "qui, qui est-ce qui, qui est-ce que, qui est-ce qu",
    what: "que, qu, qu'est-ce que, qu est ce qu, quoi, qu'est-ce qui",
    where: 'où, où est-ce que, dans quel lieu, en quel lieu',
    when: 'quand, de quand, quand est-ce que, quand est ce qu, à quelle date, quel jour, en quelle année, quelle année, de quelle année, de quelle date, à partir de quand, depuis quand, depuis combien de temps, depuis quelle année, depuis quelle date, quelle date, en quel an, à quelle époque, quand donc, dans quelle année, à quel moment, en quel mois, quel mois',
    howMany: 'combien de, combien d, combien, quel est le nombre de, le nombre de, nombre de',
    howOften: 'combien de fois, à quelle fréquence',
    how: 'comment, de quelle façon, de quelle manière, par qui, par quelle personne, par quelles personnes, par l\'intermédiaire de qui',
    be: 'est, sont, se trouve, se trouvent, trouve, trouvent, être, sera, suis, soit, y a-t-il, il y a',
    was: 'était, étaient, fut, furent, a été, ont été, avait été',
    now: "aujourd'hui, maintenant, à présent",
    do: 'est-ce que, est ce qu',
    have: 'a, ont, avait, avaient, avoir, aura, ayant, eu, aurait, auraient, compte, comptent, possède, possèdent, entretient, entretiennent, dispose de, disposent de',
    not: 'ne, pas, n, jamais, n a pas, non',
    no: 'aucun, aucune, nul, nulle, pas de, pas d',
    det: "le, la, les, l, un, une, des, ce, cette, ces, son, sa, ses, leur, leurs, tous les, toutes les, du",
    skip: "situé, située, situés, basé, basée, il, elle, ils, elles, on, se, s, se sont, s est, s était, s étaient, ils été, y, déjà, encore, svp, s'il vous plaît, actuellement, en personne, ensemble, considéré comme, considérée comme, considérés comme, considérées comme, présenté comme, présentée comme, présentés comme, présentées comme, décrit comme, décrite comme, proche, proches, d'après les documents, d'après les sources, d'après les textes, selon les documents, selon les sources, selon les textes, officiellement, différents, différentes, été, ce, c, surtout, principalement, notamment, encore, exactement, au juste, en date, au total, en tout, également, aussi, bien, donc, à ce jour, réellement, vraiment, pu, dû",
    and: 'et, ainsi que, et aussi',
    or: 'ou, ou bien',
    but: 'mais, mais aussi',
    ones: 'celui, celle, ceux, celles',
    whoseRel: 'dont',
    whereRel: 'où, dans lequel, dans laquelle',
    rel: 'qui, que, qu, lequel, laquelle, lesquels, lesquelles',
    without: 'sans',
    other: 'autre, autres, d autres',
    both: 'à la fois',
    it: 'il, elle',
    pronoun: 'il, elle',
    they: 'ils, elles',
    list: 'liste, listez, donne, donnez, donne-moi, donnez-moi, montre, montrez, cite, citez, nomme, nommez',
    brief: "qu'est-ce que, qu'est-ce qu, parle-moi de, parlez-moi de, parle-moi du, que sait-on de, que sait-on du, que sait-on de la, que sait-on des, que sait-on d, que sait-on sur, décris, décrivez, résume, résumez",
    first: 'premier, pour la première fois, première, premiers, premières, plus ancien, plus ancienne, le plus ancien, la plus ancienne, les plus anciens, les plus anciennes, plus vieux, plus vieille, le plus vieux, la plus vieille, le plus tôt, en premier, d abord, tout premier, toute première',
    last: 'dernier, pour la dernière fois, dernière, derniers, dernières, plus récent, plus récente, le plus récent, la plus récente, plus récents, plus récentes, les plus récents, les plus récentes, le plus tard, en dernier',
    most: 'le plus de, le plus d, la plupart des',
    kindOf: 'de chaque sorte, de chaque type, par type, par sorte',
    year: 'par an, par année, chaque année',
    planned: 'prévu, prévue, prévus, prévues, futur, future, futurs, futures, à venir',
    exist: 'existe, existent, existait, existaient, en vigueur, existé',
    connect: 'lié, liée, liés, reliés, relié, reliées, connectés, connecté, relie, relient, rapproche, rapprochent, unit, unissent, lie, lient',
    share: 'en commun',
    disagree: 'contredisent, se contredisent, désaccord, en désaccord',
    disputed: 'contesté, contestée, contestés, contestées',
    mention: 'mentionne, mentionnent, mentionné, nomme, nomment, cite, citent, parle, parlent, parle de, parlent de, évoque, évoquent',
    sayThat: 'qui dit que, qui dit qu, qui affirme que, quelles sources disent que, quelle source dit que, quels documents disent que',
    accordingTo: 'selon, d après, d\'après',
    moreThan: 'plus de, plus d',
    atLeast: 'au moins',
    fewerThan: 'moins de, moins d',
    several: 'plusieurs',
    butNot: 'mais pas, et pas',
    exactly: 'exactement, seulement',
    except: 'sauf, excepté, hormis, à part',
    through: 'par l\'intermédiaire de, via, à travers',
    change: "qu'est-ce qui a changé, quoi de neuf",
    called: 'appelé, appelée, appelés, appelées, nommé, nommée, nommés, nommées',
    dispute: 'désaccords, désaccord, contradictions',
  },
  short: CALLED,
  numbers: ['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'],
  times: {
    months: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
    parts: { 'début': [1, 4], 'fin': [9, 12], 'mi': [5, 8], 'printemps': [3, 6], 'été': [6, 9], 'automne': [9, 12], 'le début de': [1, 4], 'la fin de': [9, 12], "l'été": [6, 9] },
    leads: {
      in: "en, le, au, dans, pendant, durant, de, en l'année, au cours de, lors de, dans, au cours de",
      since: "depuis, dès, à partir de, à compter de, dès l'année, dès l'an",
      after: 'après, plus récent que, plus récente que, plus récents que, plus récentes que, plus jeune que, postérieur à, à la suite de',
      before: 'avant, d avant, plus ancien que, plus ancienne que, plus anciens que, plus anciennes que, plus vieux que, plus vieille que, antérieur à',
      until: "jusqu'en, jusqu'à, jusqu'au, jusque",
      asOf: 'au jour du, à la date du',
    },
    between: ['entre, de, en', "et, ou, à, jusqu'en, -"],
    of: 'de, du, le, la',
    decades: 'années, des années, les années, dans les années, au cours des années',
    years: 'an',
  },
  light: 'faire, effectuer, tenir, mener, rendre',
  either: 'avant ou après, après ou avant, plus ancien ou plus récent que',
  apart: ['avec', 'sans', 'et', 'ou'],
  agent: 'par',
  having: 'avec',
  ordinal: /^(\d+e|deuxième|second|seconde|troisième)$/,
  place: 'a',
  occasion: 'en',
  among: ['de', 'parmi', 'entre'],
  infinitive: 'a',
  titles: { médecin: 'doctor', photographe: 'photographer', président: 'president', présidente: 'president', ambassadeur: 'ambassador', ambassadrice: 'ambassador', maire: 'mayor', ministre: 'minister', sénateur: 'senator', sénatrice: 'senator', gouverneur: 'governor', 'secrétaire général': 'general secretary', dirigeant: 'leader', masque: 'masks', étranger: 'abroad', obus: 'shells', foire: 'fair', exposition: 'exhibition', atelier: 'workshops', débarquement: 'landing', bourse: 'scholarship', 'programme de bourses': 'scholarship programme' },
  opensWithVerb: false,
  inverts: true,
  links: "de|du|des|d, à|au|aux, en, dans, avec, par, sur, entre, pour, chez, concernant, à propos de|à propos du|à propos des, au sujet de|au sujet du|au sujet des, lors de|lors du|lors des|pendant|durant|au cours de|au cours du, en marge de|en marge du|en marge des, dans le cadre de|dans le cadre du, en lien avec, relatif à|relative à|relatifs à|relatives à, en matière de, après, avant, contre, auprès de|auprès du",
}; // prettier-ignore
