import { Text } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { TileFigures } from '../../../../client/src/index.ts';
import { Chart } from '../reports/chart.tsx';
import { Figures } from '../reports/figures.tsx';
import { ReportTable, type Column as Shown } from '../reports/report-table.tsx';
import { useWords } from '../reports/use-words.ts';
import { useLines } from './use-lines.ts';

type Props = { figures: TileFigures; title: string };
type Line = TileFigures['lines'][number];

/** For who hears the page: what the chart says, out of sight. */
function HeardTable({ figures, title }: Props) {
  const { word, lineName, text } = useLines(figures);
  const t = useTranslations('reports.dashboards');
  return (
    <table className="heard">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t('line')}</th>
          {figures.columns.map((column) => (
            <th key={column.name} scope="col">
              {word(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {figures.lines.map((line) => (
          <tr key={line.value}>
            <th scope="row">{lineName(line)}</th>
            {figures.columns.map((column, n) => (
              <td key={column.name}>{text(column, line.cells[n])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function SeenTable({ figures, title }: Props) {
  const { word, lineName, text } = useLines(figures);
  const t = useTranslations('reports.dashboards');
  const columns: Shown<Line>[] = [
    { id: 'name', label: t('line'), cell: lineName, isText: true },
    ...figures.columns.map((column, n) => ({
      id: column.name,
      label: word(column),
      cell: ({ cells }: Line) => text(column, cells[n]),
    })),
  ];
  return (
    <ReportTable
      caption={`${title}: ${figures.columns.map(word).join(', ')}`}
      columns={columns}
      rows={figures.lines}
      keyOf={({ value }) => value ?? ''}
    />
  );
}

const colors = ['ink.6', 'teal.6', 'orange.6', 'grape.6', 'cyan.6', 'lime.7'];
const mostDrawn = 12;
function Drawn({ figures, title }: Props) {
  const t = useTranslations('reports.dashboards');
  const { word, lineName, amount } = useLines(figures);
  const { shortMoney, share, number } = useWords();
  const { chart, columns, lines } = figures;
  const kind = columns[0]?.kind ?? 'number';
  const drawn = columns.map((column, n) => ({ column, n })).filter(({ column }) => column.kind === kind);
  const shown = chart === 'line' ? lines : lines.slice(0, mostDrawn);
  const formats = { money: shortMoney, share, number: (value: number) => number(value, 2) };
  return (
    <>
      <Chart
        along="name"
        kind={chart === 'line' || chart === 'stacked' ? chart : 'bar'}
        data={shown.map((line) => ({
          name: lineName(line),
          ...Object.fromEntries(drawn.map(({ column, n }) => [`c${n}`, amount(column, line.cells[n])])),
        }))}
        series={drawn.map(({ column, n }) => ({
          name: `c${n}`,
          label: word(column),
          color: colors[n % colors.length] ?? 'ink.6',
        }))}
        format={formats[kind]}
      />
      {shown.length < lines.length && (
        <Text c="dimmed" size="sm">
          {t('firstOf', { shown: shown.length, of: lines.length + figures.more })}
        </Text>
      )}
      <HeardTable figures={figures} title={title} />
    </>
  );
}

function Large({ figures }: Props) {
  const { word, text } = useLines(figures);
  const [line] = figures.lines;
  return (
    <Figures
      figures={figures.columns.map((column, n) => ({
        id: column.name,
        label: word(column),
        value: text(column, line?.cells[n]),
      }))}
    />
  );
}

/** A tile's figures, drawn as it says. */
export function TileBody({ figures, title }: Props) {
  const t = useTranslations('reports.dashboards');
  const { chart, lines, more } = figures;
  if (lines.length === 0) return <Text c="dimmed">{t('nothing')}</Text>;
  if (chart === 'figures' && lines.length === 1) return <Large figures={figures} title={title} />;
  if (chart !== 'table' && chart !== 'figures') return <Drawn figures={figures} title={title} />;
  return (
    <>
      <SeenTable figures={figures} title={title} />
      {more > 0 && (
        <Text c="dimmed" size="sm">
          {t('firstOf', { shown: lines.length, of: lines.length + more })}
        </Text>
      )}
    </>
  );
}
