import { Link, useNavigate } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { addressOf } from '../data/addresses.ts';
import { partnershipRows } from '../data/map-rows.ts';
import { usePageQuery } from '../data/page-query.tsx';
import { disagreementQuery, homeQuery } from '../operations/home.ts';
import { Disagreement } from '../parts/disagreement.tsx';
import { EntityLink, Kind } from '../parts/entity-link.tsx';
import { SearchBox } from '../parts/search-box.tsx';
import { SmallMap } from '../parts/small-map.tsx';
import { When } from '../parts/when.tsx';
import { listName } from '../words/terms.ts';
import { useLang, useNameLang, useWords } from '../words/words.tsx';

const COUNTED = ['people', 'countries', 'cities', 'organizations', 'events', 'agreements', 'partnerships', 'statements', 'sources'] as const;

/** Whom the first pages that one is led to are about. */
const PAIR = ['country/fr', 'country/kr'];

/** One box that searches and asks, and below it what there is to begin with. */
export function HomePage() {
  const words = useWords();
  const lang = useNameLang();
  const navigate = useNavigate();
  const { data, face } = usePageQuery(homeQuery, { lang });
  // Asked beside it, and shown as it comes.
  useQuery({ query: disagreementQuery, variables: { lang } });
  const count = new Intl.NumberFormat(useLang());
  return (
    <div className="home">
      <title>Entente</title>
      <section className="hero" role="search">
        <h1>{words.tagline}</h1>
        <SearchBox
          label={words.ask.label}
          placeholder={words.ask.placeholder}
          onPick={(entity) => void navigate({ to: addressOf(entity.id) })}
          onText={(q) => void navigate({ to: '/ask', search: { q } })}
        />
        <ul className="examples">
          {words.ask.examples.map((q) => (
            <li key={q}>
              <Link to="/ask" search={{ q }}>
                {q}
              </Link>
            </li>
          ))}
        </ul>
      </section>
      {data ? (
        <div className="home-columns">
          <div>
            <Disagreement />
            <section>
              <h2>{words.home.begin}</h2>
              <p className="home-doors">
                <Link to="/timeline" search={{ of: PAIR, together: 'yes', kind: 'AGREEMENT' }} className="door" data-door="timeline">
                  {words.home.agreed}
                </Link>
                <Link to="/graph" search={{ of: ['person/to-lam', 'person/lee-jae-myung'], paths: 'yes' }} className="door" data-door="graph">
                  {words.home.connected}
                </Link>
                <Link to="/compare" search={{ of: PAIR, 'a.knownBy': '2025-03-31' }} className="door" data-door="compare">
                  {words.home.changed}
                </Link>
                <Link to="/questions" className="door" data-door="questions">
                  {words.home.questions}
                </Link>
              </p>
            </section>
            <section>
              <h2>{words.home.latest}</h2>
              <ul className="plain">
                {data.events.edges.map(({ node }) => (
                  <li key={node.id}>
                    <span className="note">
                      <When when={'when' in node ? node.when : null} />
                    </span>
                    <EntityLink entity={node} /> <Kind kind={node.kind} />
                  </li>
                ))}
              </ul>
            </section>
          </div>
          <div>
            <section>
              <h2>{words.home.holds}</h2>
              <ul className="counts">
                {COUNTED.map((list) => (
                  <li key={list}>
                    <Link to="/list/$name" params={{ name: list }}>
                      <span>{listName(words, list)}</span>
                      <strong>{count.format(data[list].totalCount)}</strong>
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
            <section>
              <h2>{words.home.map}</h2>
              <SmallMap rows={partnershipRows(data.partnerships.edges)} />
              <Link to="/map" className="quiet" data-door="map">
                {words.home.openMap}
              </Link>
            </section>
            <section>
              <h2>{words.home.documents}</h2>
              <ul className="plain">
                {data.documents.edges.map(({ node }) => (
                  <li key={node.id}>
                    <span className="note">
                      <When when={node.published} />
                    </span>
                    <EntityLink entity={node} />
                  </li>
                ))}
              </ul>
              <Link to="/list/$name" params={{ name: 'sources' }}>
                {words.home.all(count.format(data.sources.totalCount))}
              </Link>
            </section>
          </div>
        </div>
      ) : (
        face
      )}
    </div>
  );
}
