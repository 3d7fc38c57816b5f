import { Link, useParams } from '@tanstack/react-router';
import { cataloguePage } from '../data/catalogues.ts';
import { usePageQuery } from '../data/page-query.tsx';
import { properties } from '../data/vocabulary.ts';
import { entityQuery, type EntityPage as Data } from '../operations/entity.ts';
import { Descriptions } from '../parts/descriptions.tsx';
import { EntityLink, Kind } from '../parts/entity-link.tsx';
import { FactRow } from '../parts/fact-row.tsx';
import { EmptyFace } from '../parts/faces.tsx';
import { CameByFormer, ToPresent } from '../parts/former.tsx';
import { Further } from '../parts/further.tsx';
import { GoneFace } from '../parts/gone.tsx';
import { late } from '../parts/late.tsx';
import { PropertyFacts } from '../parts/property-facts.tsx';
import { Relationships } from '../parts/relationships.tsx';
import { term } from '../words/terms.ts';
import { useNameLang, useWords } from '../words/words.tsx';

const Surroundings = late(() => import('../parts/surroundings.tsx'), 'Surroundings');

type Entity = NonNullable<Data['entity']>;

/** Everything that is known of one entity, and who says so. */
export function EntityPage() {
  const { kind = '', slug = '' }: { kind?: string; slug?: string } = useParams({ strict: false });
  const id = `${kind}/${slug}`;
  const lang = useNameLang();
  const { data, face, isStale } = usePageQuery(entityQuery, { id, properties: [...properties], lang });
  // Until the answer is there, what came for another id is none.
  if (!data || (isStale && data.entity?.id !== id)) return face;
  if (!data.entity) return <GoneFace id={id} />;
  if (data.entity.id !== id) return <ToPresent id={data.entity.id} was={id} />;
  return <EntityShown key={id} entity={data.entity} data={data} />;
}

function EntityShown({ entity, data }: { entity: Entity; data: Data }) {
  const words = useWords();
  const links = data.subgraph.links.filter(({ from, to }) => from.id === entity.id || to.id === entity.id);
  return (
    <article className="entity-page">
      <title>{`${entity.name} · Entente`}</title>
      <header className="entity-head">
        <p className="eyebrow">
          <Kind kind={entity.kind} />
          {entity.intended ? (
            <span className="badge" data-tone="planned">
              {words.entity.planned}
            </span>
          ) : null}
        </p>
        <h1>{entity.name}</h1>
        <Names entity={entity} />
        <CameByFormer id={entity.id} />
      </header>
      {data.disputes.totalCount > 0 ? (
        <p className="callout">
          <Link to="/disputes" search={{ about: entity.id }} className="labelled">
            {words.entity.disputes(data.disputes.totalCount)}
          </Link>{' '}
          <span lang="en">{data.disputes.edges[0]?.node.explanation}</span>
        </p>
      ) : null}
      <Descriptions descriptions={entity.descriptions.nodes} />
      <PropertyFacts claims={entity.claims.edges.map(({ node }) => node)} />
      {entity.figures.nodes.map(({ text, measure, fact }) => (
        <FactRow key={`${measure} ${text}`} claims={fact.claims.nodes} total={fact.claims.totalCount} isDisputed={fact.disputed}>
          <span className="property">{term(words, measure)}</span> {text}
        </FactRow>
      ))}
      <div className="surroundings-place">
        <Surroundings id={entity.id} />
      </div>
      {entity.claims.totalCount + entity.neighbours.nodes.length + entity.descriptions.nodes.length === 0 ? (
        <EmptyFace>{words.entity.noFacts}</EmptyFace>
      ) : null}
      <Relationships entity={entity} groups={entity.neighbours.nodes} links={links} />
      <Mentions mentions={entity.mentions.nodes} />
      <SameAs catalogued={entity.sameAs.nodes.flatMap(({ value }) => value ?? [])} />
      <Further id={entity.id} label={entity.label} />
    </article>
  );
}

function Names({
  entity: {
    names: { nodes: names },
    name,
  },
}: {
  entity: Entity;
}) {
  const others = [...new Map(names.filter(({ text }) => text !== name).map((item) => [item.text, item])).values()];
  if (others.length === 0) return null;
  return (
    <ul className="names">
      {others.map(({ text, lang }) => (
        <li key={text} lang={lang}>
          {text}
        </li>
      ))}
    </ul>
  );
}

/** What other catalogues call it, as links where they have a page for it. */
function SameAs({ catalogued }: { catalogued: readonly string[] }) {
  const words = useWords();
  if (catalogued.length === 0) return null;
  return (
    <section>
      <h2>{words.entity.sameAs}</h2>
      <ul className="row">
        {[...new Set(catalogued)].map((name) => {
          const page = cataloguePage(name);
          return (
            <li key={name}>
              {page === null ? (
                name
              ) : (
                <a href={page} rel="noreferrer">
                  {name}
                </a>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Mentions({ mentions }: { mentions: Entity['mentions']['nodes'] }) {
  const words = useWords();
  if (mentions.length === 0) return null;
  return (
    <section>
      <h2>{words.entity.mentioned}</h2>
      <ul className="plain">
        {mentions.map(({ source, claimCount }) => (
          <li key={source.id}>
            <EntityLink entity={source} /> <span className="note">{words.evidence.sources(claimCount)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
