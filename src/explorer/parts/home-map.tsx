import { useNavigate } from '@tanstack/react-router';
import { addressOf } from '../data/addresses.ts';
import { drawnMap, partnershipRows, type Joined } from '../data/drawn-map.ts';
import { WorldMap } from './world-map.tsx';

/** The newest partnerships on a map; a click on one leads to its page. */
export function HomeMap({ edges }: { edges: readonly Joined[] }) {
  const navigate = useNavigate();
  const { spots, arcs } = drawnMap(partnershipRows(edges), false);
  return spots.length === 0 ? null : <WorldMap spots={spots} arcs={arcs} onChoose={(id) => void navigate({ to: addressOf(id) })} />;
}
