import { useEffect, useLayoutEffect, useState, type RefObject } from 'react';

/** How wide a drawing has room for, in pixels. */
export function useWidth(frame: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(900);
  // While it is not shown it has no width, and nothing can be drawn to that.
  const take = (wide: number) => setWidth((before) => (wide > 0 ? wide : before));
  // Before it is seen for the first time, or it would jump.
  useLayoutEffect(() => take(frame.current?.clientWidth ?? 0), [frame]);
  useEffect(() => {
    if (!frame.current) return;
    const observer = new ResizeObserver(([entry]) => take(entry?.contentRect.width ?? 0));
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, [frame]);
  return width;
}
