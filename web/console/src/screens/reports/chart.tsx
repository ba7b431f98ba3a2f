import '@mantine/charts/styles.layer.css';
import { BarChart, LineChart } from '@mantine/charts';

type Series = { name: string; label: string; color: string };
type Props = {
  data: Record<string, string | number>[];
  /** The name of what stands along the axis. */
  along: string;
  series: Series[];
  format?: (value: number) => string;
  kind?: 'bar' | 'line' | 'stacked';
};

/** A chart for the eye; the table beside it says the same. */
export function Chart({ data, along, series, format, kind = 'bar' }: Props) {
  const common = {
    h: 260,
    data,
    dataKey: along,
    series,
    withLegend: series.length > 1,
    tickLine: 'none' as const,
    gridAxis: 'x' as const,
    ...(format && { valueFormatter: format }),
    yAxisProps: { width: 64, allowDecimals: format !== undefined }, // what is counted has no halves
    accessibilityLayer: false, // the table is what keys and readers go to
  };
  return (
    <div aria-hidden>
      {kind === 'line' ? (
        <LineChart {...common} curveType="monotone" />
      ) : (
        <BarChart {...common} type={kind === 'stacked' ? 'stacked' : 'default'} maxBarWidth={48} />
      )}
    </div>
  );
}
