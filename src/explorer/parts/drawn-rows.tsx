import { useNavigate } from '@tanstack/react-router';
import { addressOf } from '../data/addresses.ts';
import { drawnMap, spotsOf } from '../data/drawn-map.ts';
import type { Row } from '../data/map-rows.ts';
import type { Placed } from '../operations/map.ts';
import { useWords } from '../words/words.tsx';
import { WorldMap } from './world-map.tsx';

export interface Drawn {
  readonly rows: readonly Row[];
  readonly isJourney?: boolean;
  /** What is drawn where the rows lead nowhere. */
  readonly around?: readonly Placed[];
}

/** Partnerships or journeys on a map; a click on one leads to its page. */
export function DrawnRows({ rows, isJourney = false, around = [] }: Drawn) {
  const { map } = useWords();
  const navigate = useNavigate();
  const { spots, arcs } = drawnMap(rows, isJourney);
  const drawn = spots.length > 0 ? spots : spotsOf(around);
  if (drawn.length === 0) return <p className="note">{map.none}</p>;
  return <WorldMap spots={drawn} arcs={arcs} onChoose={(id) => void navigate({ to: addressOf(id) })} />;
}
