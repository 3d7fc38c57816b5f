import { Link } from '@tanstack/react-router';
import { useWords } from '../words/words.tsx';

/** Some entities in the graph, in time, on the map; of several, how they are connected and what they share. */
export function WaysOn({ of }: { of: readonly string[] }) {
  const { entity } = useWords();
  const several = of.length > 1 ? 'yes' : undefined;
  return (
    <p className="row">
      <Link to="/graph" search={{ of: [...of], paths: several }}>
        {entity.inGraph}
      </Link>
      <Link to="/timeline" search={{ of: [...of], together: several }}>
        {entity.inTime}
      </Link>
      <Link to="/map" search={{ of: [...of] }}>
        {entity.onMap}
      </Link>
    </p>
  );
}
