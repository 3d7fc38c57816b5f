import { useMemo, useRef } from 'react';
import { scaleLinear } from 'd3-scale';
import { dayOf, domainOf, domainWithin, fineTicks, stretchOf, yearsOf, type Tick } from '../data/axis.ts';
import type { Search } from '../data/addresses.ts';
import { shortened, type Pen } from '../data/shortened.ts';
import { shortDay } from '../data/when.ts';
import type { TimelineEntry } from '../operations/timeline.ts';
import { useLang, useWords } from '../words/words.tsx';
import { useWidth } from './use-width.ts';

const ROW = 22;
const TOP = 26;
const LABEL_ROOM = 260;

/** How large a name is written, and what is left free on both sides of it, in pixels. */
const LETTER = 13;
const ASIDE = 10;

/** The least room that a name is given, in pixels. */
const LEAST_ROOM = 50;

/** Below so many years, a stretch is bounded by days. */
const FINE = 4;

const UNBOUND = { from: null, to: null };

interface Props {
  readonly entries: readonly TimelineEntry[];
  /** The days that were asked for, where some were: no more is drawn. */
  readonly bounds?: { readonly from: string | null; readonly to: string | null };
  readonly chosen?: string | null;
  readonly onChoose: (entry: TimelineEntry) => void;
  /** Asked for with the years that are to be seen; without it, the chart shows what it is given and no more. */
  readonly onZoom?: (range: Search) => void;
}

/**
 * Entries along a line of time: a time that is only known roughly is as long as it is uncertain, an end that is not known
 * fades, what is planned is hatched. The table below says the same in words.
 */
export function TimeChart({ entries, bounds = UNBOUND, chosen = null, onChoose, onZoom }: Props) {
  const { timeline: words } = useWords();
  const lang = useLang();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const pen = useMemo(penOf, []);
  const now = yearsOf(new Date().toISOString().slice(0, 10));
  const dated = entries
    .flatMap((entry) => (entry.when ? [{ entry, stretch: stretchOf(entry.when) }] : []))
    .filter(({ stretch: { from, to } }) => from !== null || to !== null);
  const whole = domainOf(
    dated.map(({ stretch }) => stretch),
    now,
  );
  // What began long before is drawn from where one looks.
  const domain = domainWithin(whole, bounds.from, bounds.to);
  const within = (years: number) => Math.min(Math.max(years, domain[0]), domain[1]);
  const isNarrow = width < 620;
  const x = scaleLinear(domain, [8, Math.max(80, width - (isNarrow ? 90 : LABEL_ROOM))]);
  const most = isNarrow ? 4 : 9;
  const fine = fineTicks(domain, most).map(({ at, text }) => ({ at, text: shortDay(text, lang) }));
  const ticks: readonly Tick[] = fine.length > 1 ? fine : yearTicks(x.ticks(most));
  const span = domain[1] - domain[0];
  const zoom = (factor: number) => {
    const middle = (domain[0] + domain[1]) / 2;
    const [from, to] = [middle - (span * factor) / 2, middle + (span * factor) / 2];
    onZoom?.(span * factor > FINE ? { from: String(Math.floor(from)), to: String(Math.ceil(to)) } : { from: dayOf(from), to: dayOf(to) });
  };
  return (
    <figure className="time-chart" ref={frame}>
      {onZoom ? (
        <div className="row chart-tools">
          <button type="button" className="quiet" onClick={() => zoom(0.5)}>
            {words.zoomIn}
          </button>
          <button type="button" className="quiet" onClick={() => zoom(2)}>
            {words.zoomOut}
          </button>
          <button type="button" className="quiet" onClick={() => onZoom({ from: undefined, to: undefined })}>
            {words.reset}
          </button>
        </div>
      ) : null}
      <svg width={width} height={TOP + dated.length * ROW + 6} role="img" aria-label={words.title}>
        <defs>
          <pattern id="planned" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="3" height="6" className="hatch" />
          </pattern>
          <linearGradient id="fade-out">
            <stop offset="0.6" className="bar-stop" />
            <stop offset="1" className="bar-stop" stopOpacity="0" />
          </linearGradient>
          <linearGradient id="fade-in">
            <stop offset="0" className="bar-stop" stopOpacity="0" />
            <stop offset="0.4" className="bar-stop" />
          </linearGradient>
        </defs>
        {ticks.map(({ at, text }) => (
          <g key={at} transform={`translate(${String(x(at))},0)`}>
            <line y1={TOP - 6} y2={TOP + dated.length * ROW} className="tick" />
            <text y={14} textAnchor="middle" className="tick-text">
              {text}
            </text>
          </g>
        ))}
        {dated.map(({ entry, stretch: { from, to } }, at) => {
          const left = x(within(from ?? domain[0]));
          const right = Math.max(left + 5, x(within(to ?? Math.max(now, domain[1]))));
          const fill = entry.intended ? 'url(#planned)' : to === null ? 'url(#fade-out)' : from === null ? 'url(#fade-in)' : undefined;
          const name = entry.entity?.name ?? entry.sentence;
          const side = sideOf(pen?.measureText(name).width ?? 0, left, right, width, !entry.intended && from !== null);
          // What is written in needs more height than what stands beside.
          const rim = side === 'inside' ? 2 : 5;
          return (
            <g
              key={entry.fact.key}
              className="entry"
              data-chosen={entry.fact.key === chosen}
              data-kind={entry.entity?.kind ?? entry.link?.type}
              onClick={() => onChoose(entry)}
            >
              <rect x={0} y={TOP + at * ROW} width={width} height={ROW} className="entry-back" />
              <rect x={left} y={TOP + at * ROW + rim} width={right - left} height={ROW - 2 * rim} rx={3} className="bar" fill={fill} />
              <text
                data-inside={side === 'inside'}
                x={side === 'after' ? right + 7 : side === 'before' ? left - 7 : left + 7}
                y={TOP + at * ROW + ROW / 2 + 4}
                textAnchor={side === 'before' ? 'end' : 'start'}
                className="entry-text"
              >
                {pen ? shortened(pen, name, roomIn(side === 'after' ? width - right : side === 'before' ? left : right - left)) : name}
              </text>
              <title>{entry.sentence}</title>
            </g>
          );
        })}
      </svg>
    </figure>
  );
}

/** Where a bar's name stands: behind it, else before it, else in it; where there is room for none, where there is most. */
function sideOf(wide: number, left: number, right: number, width: number, canCarry: boolean): 'after' | 'before' | 'inside' {
  const fits = (room: number) => roomIn(room) >= wide;
  if (fits(width - right)) return 'after';
  if (fits(left)) return 'before';
  if (canCarry && right - left > width - right) return 'inside';
  return left > width - right ? 'before' : 'after';
}

/** How wide a name may be in so many pixels. */
function roomIn(pixels: number): number {
  return Math.max(LEAST_ROOM, pixels - ASIDE);
}

/** What measures names as they are written in the chart; null where nothing can. */
function penOf(): Pen | null {
  const pen = document.createElement('canvas').getContext('2d');
  if (pen) pen.font = `${String(LETTER)}px ${getComputedStyle(document.body).fontFamily}`;
  return pen;
}

function yearTicks(years: readonly number[]): Tick[] {
  return years.filter((year) => Number.isInteger(year)).map((year) => ({ at: year, text: String(year) }));
}
