import { phrasesOf, type Focus, type Found, type Parts } from './parts.js';
import type { Relate } from './relate.js';
import type { Step } from './senses.js';
import { idsOf, reverse } from './sets.js';

/** Reads what qualifies a relationship: the field in which two cooperate. */
export class Qualifiers {
  private readonly relate: Relate;

  constructor(relate: Relate) {
    this.relate = relate;
  }

  /** What a preposition says of a relationship itself: "cooperate in health". */
  taken(parts: Parts, focus: Focus, step: Step): { parts: Parts; step: Step } {
    const ways = parts.links.map((own) => {
      const ids = own.phrase.members.flatMap((member) => (this.relate.as(member, this.relate.far(step)) ? [] : (idsOf(member) ?? [])));
      const property = own.phrase !== focus?.phrase && ids.length > 0 ? this.relate.lexicon.qualifier(step.type, own.word) : null;
      return { own, property, ids };
    });
    const [first] = ways.filter(({ property }) => property !== null);
    if (!first) return { parts, step };
    return {
      parts: { ...parts, links: parts.links.filter((own) => own !== first.own) },
      step: { ...step, link: { ...step.link, [first.property ?? '']: first.ids } },
    };
  }

  /** "In which fields do they cooperate", "what do they trade": what is asked for qualifies the relationship of those who are named. */
  asked(parts: Parts, focus: Focus, step: Step): Found[] {
    const { links, times, words } = parts;
    const property = focus ? this.relate.lexicon.qualifier(step.type, focus.word) : null;
    const others = phrasesOf(parts).filter((phrase) => phrase !== focus?.phrase);
    const [asked] = focus?.phrase.members ?? [];
    const isOpen = asked?.tests.length === 0 && (asked.kinds.length === 0 || this.relate.as(asked, this.relate.far(step)) === null);
    const [near, far, ...more] = others.flatMap(({ members }) => members);
    if (property === null || !isOpen || !near || more.length > 0 || times.length > 0 || words.has('not') || focus?.phrase.wh === 'who') return [];
    const isPassive = words.has('be') && links.some(({ word }) => word === this.relate.pack.agent);
    const own = isPassive ? reverse(step) : step;
    const set = this.relate.having(near, own, far ?? { kinds: this.relate.far(own), tests: [] });
    return set ? [{ set, base: near, by: property }] : [];
  }
}
