import { Heading } from '@digdir/designsystemet-react';
import type { ChartGroup, ChartView } from '../../domain/follow-up/report-view';

/**
 * Bars along an axis. Each has its name before it and its value behind it, so that colour alone tells
 * nothing; a screen reader hears what the chart shows, and finds every value in the table below.
 */
export function ReportChart({ chart }: { chart: ChartView }) {
  const { title, subtitle, alt, axis, groups } = chart;
  return (
    <figure className="chart">
      <figcaption>
        <Heading level={3} data-size="xs">
          {title}
        </Heading>
        <p className="quiet">{subtitle}</p>
      </figcaption>
      <div role="img" aria-label={alt}>
        {groups.map((group) => (
          <Group key={group.label} chart={chart} group={group} />
        ))}
        <div className="chart__axis">
          <span />
          <span className="chart__plot">
            <span className="chart__ticks">
              {axis.ticks.map(({ value, label }) => (
                <span key={value}>{label}</span>
              ))}
            </span>
          </span>
        </div>
      </div>
    </figure>
  );
}

/** Bars of one subject; with a single series the subject itself is the name of the bar. */
function Group({ chart, group }: { chart: ChartView; group: ChartGroup }) {
  const single = chart.series.length === 1;
  return (
    <div className="chart__group">
      {!single && <p className="chart__label">{group.label}</p>}
      {group.bars.map(({ value, label }, i) => (
        <div className="chart__row" key={i}>
          <span className="chart__name">{single ? group.label : chart.series[i]}</span>
          <span className="chart__plot">
            <span className="chart__bar">
              {value !== null && (
                <svg width={`${share(chart.axis, value)}%`} height="14" aria-hidden="true">
                  <rect className={`chart__fill-${i + 1}`} width="100%" height="100%" />
                </svg>
              )}
              <span className="chart__value">{label}</span>
            </span>
          </span>
        </div>
      ))}
    </div>
  );
}

/** How far along the axis a value is, in percent; the lowest value is a line. */
function share({ min, max }: ChartView['axis'], value: number): number {
  return Math.max(0.5, Math.min(100, (100 * (value - min)) / (max - min)));
}
