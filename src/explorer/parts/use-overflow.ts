import { useEffect, useState, type RefObject } from 'react';

/** Whether what a frame holds is wider than the frame, as both change. */
export function useOverflow(frame: RefObject<HTMLElement | null>): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const { current } = frame;
    if (!current) return undefined;
    const observer = new ResizeObserver(() => setOver(current.scrollWidth > current.clientWidth));
    observer.observe(current);
    for (const child of current.children) observer.observe(child);
    return () => observer.disconnect();
  }, [frame]);
  return isOver;
}
