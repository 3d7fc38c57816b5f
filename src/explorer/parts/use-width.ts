import { useEffect, useState, type RefObject } from 'react';

/** How wide a drawing has room for, in pixels. */
export function useWidth(frame: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(900);
  useEffect(() => {
    if (!frame.current) return;
    // While it is not shown it has no width, and nothing can be drawn to that.
    const observer = new ResizeObserver(([entry]) => setWidth((before) => (entry && entry.contentRect.width > 0 ? entry.contentRect.width : before)));
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, [frame]);
  return width;
}
