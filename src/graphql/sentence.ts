import { clause, namedIn } from '../model/clause.js';
import { namedAs, plainly, type Named } from '../model/named.js';
import type { Link } from '../model/graph.js';
import type { Scope } from './scope.js';

/** A relationship as a sentence, with the labels of what it names; from the side of `near`, where that is given. */
export async function sentenceOf(scope: Scope, link: Link, near: string = link.from): Promise<string> {
  const named = await Promise.all(namedIn(scope.vocabulary, link).map((id) => scope.entity(id)));
  const labels = new Map(named.flatMap((subject): [string, Named][] => (subject ? [[subject.entity.id, namedAs(scope.vocabulary, subject.entity)]] : [])));
  return clause(scope.vocabulary, link, (id) => labels.get(id) ?? plainly(id), near);
}
