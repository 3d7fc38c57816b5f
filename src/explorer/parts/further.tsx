import { exportParameters } from '../data/lens.ts';
import { useLens } from '../data/page-query.tsx';
import { useWords } from '../words/words.tsx';
import { Cite } from './cite.tsx';
import { ClaimsFile } from './claims-file.tsx';
import { WaysOn } from './ways-on.tsx';

/** Where one can go on from an entity: the same in the graph, in time, on the map; as a file. */
export function Further({ id, label }: { id: string; label: string }) {
  const { entity, page } = useWords();
  const lens = exportParameters(useLens());
  const file = (format: string) => `/export?format=${format}&around=${id}&hops=1${lens === '' ? '' : `&${lens}`}`;
  return (
    <section className="further">
      <h2>{entity.elsewhere}</h2>
      <WaysOn of={[id]} />
      <p className="row">
        <span className="note labelled">{page.download}</span>
        <ClaimsFile id={id} />
        <a href={file('jsonld')}>JSON-LD</a>
        <a href={file('gexf')}>GEXF</a>
        <a href={file('graphml')}>GraphML</a>
      </p>
      <Cite id={id} label={label} />
    </section>
  );
}
