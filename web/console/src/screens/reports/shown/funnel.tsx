import { FunnelChart } from '@mantine/charts';
import { useTranslations } from 'use-intl';
import type { FunnelReport } from '../../../../../client/src/index.ts';
import { useMe } from '../../../app/me.ts';
import { beganIn } from '../conditions.ts';
import { Part } from '../figures.tsx';
import { ReportTable } from '../report-table.tsx';
import classes from '../reports.module.css';
import { splitOf } from '../reports.ts';
import type { ReportSearch } from '../search.ts';
import { ShareBar } from '../share-bar.tsx';
import { SplitPart } from '../tables.tsx';
import { useWords } from '../use-words.ts';
import { DealsLink } from '../way-to.tsx';

type Stage = FunnelReport['stages'][number];
const funnelPx = 260;
const shades = ['ink.8', 'ink.6', 'ink.5', 'ink.4', 'ink.3'];

function Stages({ stages, search }: { stages: Stage[]; search: ReportSearch }) {
  const t = useTranslations('reports.funnel');
  const { number, share } = useWords();
  const { hidden } = useMe().fields.deal;
  const began = hidden.includes('openedOn') ? {} : beganIn(search); // a list cannot be asked by what is hidden
  return (
    <ReportTable
      caption={t('stages')}
      keyOf={({ stageId }) => stageId}
      rows={stages.filter(({ kind }) => kind === 'open')}
      columns={[
        { id: 'stage', label: t('stage'), cell: ({ name }) => name },
        { id: 'entered', label: t('entered'), cell: ({ entered }) => number(entered) },
        {
          id: 'conversion',
          label: t('conversion'),
          cell: ({ conversion }) => <ShareBar part={conversion} text={share(conversion)} />,
        },
        { id: 'lost', label: t('lostHere'), cell: ({ lostHere }) => number(lostHere) },
        {
          id: 'stands',
          label: t('stands'),
          cell: ({ stageId, stands }) => (
            <DealsLink search={search} condition={{ stageId, ...began }}>
              {number(stands)}
            </DealsLink>
          ),
        },
        { id: 'rate', label: t('winRate'), cell: ({ winRate }) => share(winRate) },
        { id: 'days', label: t('days'), cell: ({ days }) => number(days?.median, 1) },
      ]}
    />
  );
}

/** Where deals go on and where they drop out, and the same by what it is split. */
export function Funnel({ report, search }: { report: FunnelReport; search: ReportSearch }) {
  const t = useTranslations('reports');
  const { number, share } = useWords();
  const { stages, rows = [] } = report;
  const dimension = splitOf('funnel', search.splitBy);
  const path = stages.filter(({ kind }) => kind !== 'lost');
  const wonOf = (all: Stage[]) =>
    all.filter(({ kind }) => kind === 'won').reduce((sum, { entered }) => sum + entered, 0);
  return (
    <>
      <Part title={t('funnel.of', { count: report.opened })}>
        <div aria-hidden className={classes.funnel}>
          <FunnelChart
            size={funnelPx}
            className={classes.drawn}
            accessibilityLayer={false}
            withTooltip={false}
            data={path.map(({ name, entered }, n) => ({
              name,
              value: entered,
              color: shades[n % shades.length] ?? 'ink.6',
            }))}
          />
          <ol className={classes.steps} style={{ height: funnelPx }}>
            {path.map(({ stageId, name, entered }) => (
              <li key={stageId}>
                <b>{number(entered)}</b> {name}
                {report.opened > 0 && <span>{share(entered / report.opened)}</span>}
              </li>
            ))}
          </ol>
        </div>
        <Stages stages={stages} search={search} />
      </Part>
      <SplitPart
        dimension={dimension}
        rows={rows}
        columns={[
          { id: 'opened', label: t('sales.opened'), cell: ({ opened }) => number(opened) },
          ...path.map(({ stageId, name }) => ({
            id: stageId,
            label: name,
            cell: (row: (typeof rows)[number]) =>
              number(row.stages.find((one) => one.stageId === stageId)?.entered ?? 0),
          })),
          {
            id: 'won',
            label: t('funnel.won'),
            cell: (row) => share(row.opened > 0 ? wonOf(row.stages) / row.opened : undefined),
          },
        ]}
      />
    </>
  );
}
