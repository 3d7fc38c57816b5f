import { isAnswer, proper, together, usual, widest, type Tried } from './choose.js';
import { MOST_NEAREST, TooWide, type Answering, type Asked } from './answering.js';
import { says } from './languages/say.js';
import { looserThan, loosely } from './looser.js';
import { placesOf, whereIs } from './placed.js';
import type { Reading } from './read.js';
import { barely, meaningsOf, MOST_TRIED, NEAR, type Meaning } from './settle.js';

/** Readings whose costs differ less than this are told apart by their answers. */
const RIVAL = 0.08;
const MOST_RIVALS = 5;
/** How much costlier readings may be that are tried where the likeliest find nothing, as capitals for governments. */
const FARTHEST = 0.75;

/** Finds what a text meant, of all that it was read as, by what is answered to each. */
export class Settling {
  private readonly answering: Answering;
  private readonly reading: Reading;

  constructor(answering: Answering, reading: Reading) {
    this.answering = answering;
    this.reading = reading;
  }

  /** Answers by the likeliest reading; equally likely ones are told apart by their answers, or asked back. Where a rule reads what has no answer, its parts connected may have one. */
  async settled(): Promise<Asked> {
    const asked = await this.found();
    const { isAssembled = false, assembled } = this.reading;
    // What may be placed by another has been asked in two steps already.
    const isList = asked.plan?.heads[0]?.head === 'list' && !JSON.stringify(this.reading.drafts).includes('"is":"relative"');
    const drafts = asked.ran?.isEmpty === true && isList && !isAssembled ? assembled() : [];
    const next = drafts.length > 0 ? await new Settling(this.answering, { ...this.reading, drafts, isAssembled: true }).settled() : asked;
    if (!isAssembled) return next.outcome === 'ANSWERED' ? next : asked;
    return asked.outcome === 'ANSWERED' ? { ...asked, reading: `${says[this.answering.language].connected}: ${asked.reading}` } : asked;
  }

  private async found(): Promise<Asked> {
    const drafts = this.reading.drafts.filter((draft) => meaningsOf(draft, this.reading.mentions).length > 0);
    const rivals = drafts.filter(({ cost }) => cost <= (drafts[0]?.cost ?? 0) + RIVAL).slice(0, MOST_RIVALS);
    const meanings = rivals.flatMap((draft) => meaningsOf(draft, this.reading.mentions)).sort((a, b) => a.cost - b.cost);
    const [cheapest] = meanings;
    if (!cheapest) return this.answering.declined(says[this.answering.language].notUnderstood);
    const near = meanings.filter(({ cost }) => cost <= cheapest.cost + RIVAL + NEAR).slice(0, MOST_TRIED);
    const tries = near.length > 0 ? near : [cheapest];
    const tried = await this.tried(tries);
    // Of what is only connected, nothing is no answer.
    if (this.reading.isAssembled === true && !tried.some(isAnswer)) return this.answering.declined(says[this.answering.language].notUnderstood);
    if (tried.some(isAnswer) && !tried.some(({ ran }) => ran.isWhole)) return this.chosen([...tried, ...(await this.whole(tries))]);
    return tried.some(isAnswer) ? this.chosen(tried) : this.otherwise(tries, tried, meanings.filter((own) => !tries.includes(own)), rivals); // prettier-ignore
  }

  private async tried(meanings: readonly Meaning[]): Promise<readonly Tried[]> {
    const runs = await this.answering.runAll(meanings.map(({ plan }) => plan)); // prettier-ignore
    return meanings.flatMap((meaning, at) => {
      const ran = runs[at];
      return ran ? [{ meaning, ran }] : [];
    });
  }

  /** Of two questions of which one alone has an answer: less likely readings, of the same names, that answer each. */
  private async whole(tries: readonly Meaning[]): Promise<readonly Tried[]> {
    const [cheapest] = tries;
    if (!cheapest || cheapest.plan.heads.length < 2) return [];
    const farther = this.reading.drafts
      .filter(({ cost, plan: { heads } }) => cost <= cheapest.cost + FARTHEST && heads.length === cheapest.plan.heads.length)
      // A question of nothing in particular is no answer to one of two.
      .filter(({ plan: { heads } }) => heads.every((head) => !('set' in head) || head.set.tests.length > 0))
      .flatMap((draft) => meaningsOf(draft, this.reading.mentions))
      .filter((own) => idsOf(own) === idsOf(cheapest) && !tries.some(({ plan }) => JSON.stringify(plan) === JSON.stringify(own.plan)));
    const [first] = (await this.tried(farther.slice(0, MOST_TRIED))).filter(({ ran }) => ran.isWhole);
    return first ? [first] : [];
  }

  /** Where nothing is found: less likely meanings, then those of nothing at all being known so, then what is near to what was asked; all in one operation. */
  private async otherwise(tries: readonly Meaning[], tried: readonly Tried[], others: readonly Meaning[], rivals: Reading['drafts']): Promise<Asked> {
    const [cheapest] = tries;
    const [first] = tried;
    if (!cheapest || !first) throw new TooWide();
    const bare = barely(cheapest.plan);
    const farther = this.reading.drafts
      .filter((draft) => !rivals.includes(draft) && draft.cost <= (this.reading.drafts[0]?.cost ?? 0) + FARTHEST)
      .flatMap((draft) => meaningsOf(draft, this.reading.mentions));
    // Names meant otherwise come before other readings of the same.
    const apart = [...new Map([...farther].reverse().map((meaning) => [idsOf(meaning), meaning] as const)).values()].reverse();
    const likeliest = [...new Set([...apart, ...farther])];
    const looser = looserThan(this.answering.vocabulary, this.answering.language, first.meaning.plan);
    const more = [...others.slice(0, MOST_TRIED / 2), ...likeliest.slice(0, MOST_TRIED / 2)];
    const plans = [...more.map(({ plan }) => plan), ...(bare ? [bare] : []), ...looser.flatMap((own) => own.plans)];
    const runs = await this.answering.runAll(plans);
    const isThere = (at: number) => runs[at] && !runs[at].isEmpty;
    const own = more.flatMap((meaning, at): Tried[] => (isThere(at) && runs[at] ? [{ meaning, ran: runs[at] }] : []));
    const likely = own.filter(({ meaning }) => others.includes(meaning));
    if (likely.length > 0) return this.chosen(likely);
    // Only where nothing at all is known of this kind may a name be meant otherwise.
    const isNothing = !bare || !isThere(more.length);
    const next = own.find(({ meaning }) => isNothing || idsOf(meaning) === idsOf(first.meaning));
    if (next) return this.chosen([next]);
    const said = { ...first.ran, ...(await loosely(this.answering, looser, runs.slice(more.length + (bare ? 1 : 0)))) };
    return this.answering.answered(first.meaning.plan, said, first.meaning.taken, this.reading.slips);
  }

  private async chosen(tried: readonly Tried[]): Promise<Asked> {
    // What a source says came after is meant before what only did so in time.
    const told = tried.filter((own) => isAnswer(own) && !JSON.stringify(own.meaning.plan).includes('"is":"relative"'));
    const some = told.length > 0 ? told : tried.filter(isAnswer);
    const full = some.some(({ ran }) => ran.isWhole) ? some.filter(({ ran }) => ran.isWhole) : some;
    const answers = new Set(full.map(({ ran }) => JSON.stringify([...ran.items].sort())));
    const both = answers.size > 1 ? together(full) : null;
    const chosen = answers.size > 1 ? (usual(full, this.reading) ?? proper(full) ?? widest(full)) : (full[0] ?? tried[0]);
    if (both) return this.answering.answered(both, await this.answering.run(both), full[0]?.meaning.taken, this.reading.slips);
    if (!chosen) return this.askedBack(full);
    // Where nothing is so for sure, with what is planned.
    const plan = { ...chosen.meaning.plan, intended: true };
    return chosen.ran.isPerhaps
      ? this.answering.answered(plan, await this.answering.run(plan), chosen.meaning.taken, this.reading.slips)
      : this.answering.answered(chosen.meaning.plan, chosen.ran, chosen.meaning.taken, this.reading.slips);
  }

  private async askedBack(full: readonly { meaning: Meaning }[]): Promise<Asked> {
    const marks = [...new Set(full.flatMap(({ meaning }) => [...meaning.taken.keys()]))];
    const open = marks.filter((mark) => new Set(full.flatMap(({ meaning }) => meaning.taken.get(mark)?.id ?? [])).size > 1);
    const meant = [...new Map(open.flatMap((mark) => full.flatMap(({ meaning }) => {
      const entity = meaning.taken.get(mark);
      return entity ? [[entity.id, { text: this.reading.mentions.get(mark)?.written ?? '', entity }] as const] : [];
    }))).values()]; // prettier-ignore
    const places = await this.answering.scope.reader.entities([...new Set(meant.flatMap(({ entity }) => placesOf(entity)))]);
    const candidates = meant.map((own) => ({ ...own, where: whereIs(own.entity, places) }));
    const { language } = this.answering;
    const say = says[language];
    const called = candidates.map(({ entity, where }) => (where === null ? entity.label : `${entity.label} (${where})`));
    // What nothing else tells apart is told by its id.
    const shown = candidates.map(({ entity: { id } }, at) =>
      called.filter((name) => name === called[at]).length > 1 ? `${called[at] ?? ''}, ${id}` : (called[at] ?? id),
    );
    const sentence = candidates.length === 0 ? say.several : say.ask(candidates[0]?.text ?? '', shown.join(` ${say.or} `));
    const nearest =
      candidates.length === 0 ? await Promise.all(full.slice(0, MOST_NEAREST).map(({ meaning }) => this.answering.reading(meaning.plan, meaning.taken))) : [];
    return { outcome: 'AMBIGUOUS', reading: '', language, plan: null, sentence, ran: null, candidates, unknown: [], nearest };
  }
}

/** What the names of a meaning were taken for, as text. */
function idsOf({ taken }: Meaning): string {
  return [...new Set([...taken.values()].map(({ id }) => id))].sort().join(' ');
}
