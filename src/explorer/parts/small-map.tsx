import { useEffect, useRef, useState } from 'react';
import type { Drawn } from './drawn-rows.tsx';
import { late } from './late.tsx';

const DrawnRows = late(() => import('./drawn-rows.tsx'), 'DrawnRows', <div className="unseen" />);

/** A map within a page, fetched once one comes to where it stands; its place is kept until it is there. */
export function SmallMap(drawn: Drawn) {
  const place = useRef<HTMLDivElement>(null);
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    if (isSeen || !place.current) return undefined;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
    });
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [isSeen]);
  return isSeen ? <DrawnRows {...drawn} /> : <div ref={place} className="unseen" />;
}
