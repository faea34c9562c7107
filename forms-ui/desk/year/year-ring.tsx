import type { YearMonth } from '../../../domain/follow-up/year-months';

const size = 48;
const radius = 18;
const gap = 0.06;

/** Twelve months as a ring beside the year, for the eye alone: the list says all of it. */
export function YearRing({ months }: { months: readonly YearMonth[] }) {
  if (months.length < 12) return null;
  return (
    <svg
      className="year__ring"
      viewBox={`0 0 ${size} ${size}`}
      width={size}
      height={size}
      aria-hidden="true"
      focusable="false"
    >
      {months.map(({ month, when, events }, i) => (
        <path
          key={month}
          d={arc(i)}
          className={`year__arc year__arc--${events.length > 0 ? 'event' : when}`}
        />
      ))}
    </svg>
  );
}

/** January begins at the top. */
function arc(month: number): string {
  const [from, to] = [pointAt(month + gap), pointAt(month + 1 - gap)];
  return `M ${from} A ${radius} ${radius} 0 0 1 ${to}`;
}

function pointAt(month: number): string {
  const angle = (month / 12) * 2 * Math.PI;
  const x = size / 2 + radius * Math.sin(angle);
  const y = size / 2 - radius * Math.cos(angle);
  return `${x.toFixed(2)} ${y.toFixed(2)}`;
}
