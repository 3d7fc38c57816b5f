import { useState } from 'react';
import { useQuery } from 'urql';
import { linksQuery, type EndRef, type EntityPage, type LinkRef } from '../operations/entity.ts';
import { fieldName } from '../words/terms.ts';
import { useNameLang, useWords } from '../words/words.tsx';
import { FactRow } from './fact-row.tsx';
import { Linked } from './linked.tsx';
import { When } from './when.tsx';
import type { Named } from '../data/named.ts';

type Group = NonNullable<EntityPage['entity']>['neighbours']['nodes'][number];

/** Most relationships of one sort that a page shows; the graph and the lists show more. */
const MOST = 200;

/** How many are shown before one asks for more. */
const FEW = 6;

/** The relationships of an entity by sort, each sentence with who says so. */
export function Relationships({ entity, groups, links }: { entity: Named; groups: readonly Group[]; links: readonly LinkRef[] }) {
  const words = useWords();
  if (groups.length === 0) return null;
  return (
    <section>
      <h2>{words.entity.relationships}</h2>
      {[...groups].sort(byNearness).map((group) => (
        <RelationshipGroup
          key={`${group.field} ${String(group.outgoing)}`}
          entity={entity}
          group={group}
          isSymmetric={!groups.some(({ type, outgoing }) => type === group.type && !outgoing)}
          links={links}
        />
      ))}
    </section>
  );
}

/** When what stands at the far end was, for a relationship that has no time of its own. */
function timeOf(end: EndRef): { readonly edtf: string } | null {
  return 'when' in end ? end.when : null;
}

/** What begins here stands before what others say of it, and what is told in a few lines before what takes many. */
function byNearness(one: Group, other: Group): number {
  return Number(other.outgoing) - Number(one.outgoing) || one.count + one.intended - (other.count + other.intended);
}

interface GroupProps {
  readonly entity: Named;
  readonly group: Group;
  /** Whether all its type begin here: then either end may come first in a link. */
  readonly isSymmetric: boolean;
  readonly links: readonly LinkRef[];
}

function RelationshipGroup({ entity, group, isSymmetric, links: around }: GroupProps) {
  const words = useWords();
  const lang = useNameLang();
  const [isWhole, setWhole] = useState(false);
  const total = group.count + group.intended;
  const isOf = ({ type, from, to }: LinkRef) => type === group.type && ((group.outgoing ? from : to).id === entity.id || (isSymmetric && to.id === entity.id));
  const links = around.filter(isOf);
  const isShort = links.length < total;
  const [{ data }] = useQuery({ query: linksQuery, variables: { id: entity.id, types: [group.type], limit: MOST, lang }, pause: !isWhole || !isShort });
  const all = data?.subgraph.links.filter(isOf) ?? links;
  const shown = isWhole ? all : all.slice(0, FEW);
  return (
    <div className="relationship-group" id={group.field}>
      <h3 title={group.about}>
        {fieldName(words, group.field)} <span className="count">{total}</span>
      </h3>
      {shown.map((link) => (
        <FactRow key={link.key} claims={link.fact.claims.nodes} total={link.fact.claims.totalCount} isDisputed={link.fact.disputed} isIntended={link.intended}>
          <Linked text={link.sentence} entities={[link.from, link.to]} here={entity.id} isWhole />{' '}
          <span className="note">
            <When when={link.when ?? timeOf(link.from.id === entity.id ? link.to : link.from)} />
          </span>
        </FactRow>
      ))}
      {shown.length < total ? (
        isWhole ? (
          <p className="note">{words.entity.shown(shown.length, total)}</p>
        ) : (
          <button type="button" className="quiet" onClick={() => setWhole(true)}>
            {words.entity.showAll(total)}
          </button>
        )
      ) : null}
    </div>
  );
}
