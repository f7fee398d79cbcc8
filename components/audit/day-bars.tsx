import { useId } from 'react';
import type { RecordDay } from '#lib/users/records/chart-records.ts';

const heightPx = 96;
/** What was recorded at all can be seen. */
const barPxMin = 3;

/**
 * The drawing of a chart; what it says stands in words elsewhere. Widths are shares of the window, heights are
 * pixels, so that nothing is stretched.
 */
export function DayBars({ days, current }: { days: readonly RecordDay[]; current: number | null }) {
  const patternId = useId();
  const most = Math.max(1, ...days.map(({ done, notDone }) => done + notDone));
  const share = 100 / Math.max(1, days.length);
  // A week's bars need not be as broad as the week.
  const gap = share * (days.length < 15 ? 0.6 : 0.22);
  const heightOf = (count: number) =>
    count === 0 ? 0 : Math.max(barPxMin, Math.round((count / most) * (heightPx - 8)));
  return (
    <svg aria-hidden="true" width="100%" height={heightPx} className="absolute inset-0">
      <defs>
        <pattern
          id={patternId}
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="5" height="5" className="fill-danger-surface" />
          <rect width="2.5" height="5" className="fill-danger" />
        </pattern>
      </defs>
      {[0.5, 1].map((part) => (
        <line
          key={part}
          x1="0"
          x2="100%"
          y1={heightPx - Math.round(part * (heightPx - 8)) + 0.5}
          y2={heightPx - Math.round(part * (heightPx - 8)) + 0.5}
          className="stroke-hairline"
          strokeDasharray="2 4"
        />
      ))}
      {days.map(({ day, done, notDone }, at) => {
        const x = `${at * share + gap / 2}%`;
        const width = `${share - gap}%`;
        const [low, high] = [heightOf(done), heightOf(notDone)];
        return (
          <g key={day}>
            {current === at ? (
              <rect
                x={`${at * share}%`}
                width={`${share}%`}
                y="0"
                height={heightPx}
                className="fill-neutral-4"
              />
            ) : null}
            <rect x={x} width={width} y={heightPx - low} height={low} className="fill-accent-8" />
            <rect
              x={x}
              width={width}
              y={heightPx - low - high - (low > 0 && high > 0 ? 1 : 0)}
              height={high}
              fill={`url(#${patternId})`}
              className="stroke-danger"
              strokeWidth={high > 0 ? 1 : 0}
            />
          </g>
        );
      })}
      <line x1="0" x2="100%" y1={heightPx - 0.5} y2={heightPx - 0.5} className="stroke-neutral-7" />
    </svg>
  );
}
