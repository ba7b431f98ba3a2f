import { useTranslations } from 'use-intl';
import type { SourceReport } from '../../../../../client/src/index.ts';
import { useMay } from '../../../app/me.ts';
import { LinkButton } from '../../../parts/link-button.tsx';
import { Chart } from '../chart.tsx';
import { comparing, Figures } from '../figures.tsx';
import { splitOf } from '../reports.ts';
import type { ReportSearch } from '../search.ts';
import { ShareBar } from '../share-bar.tsx';
import { sharesIn } from '../shares.ts';
import { SplitPart } from '../tables.tsx';
import { useCalled } from '../use-called.ts';
import { useWords } from '../use-words.ts';
import { WonCount } from '../way-to.tsx';

type Row = SourceReport['rows'][number];

/** What each source or campaign brings, and what is spent on it. */
export function Sources({ report, search }: { report: SourceReport; search: ReportSearch }) {
  const t = useTranslations('reports');
  const may = useMay();
  const called = useCalled();
  const { number, share, cents, inUsual, shortMoney } = useWords();
  const dimension = splitOf('sources', search.splitBy) ?? 'source';
  const { whole, rows, before } = report;
  const figure = comparing(whole, before?.whole);
  const returnOf = ({ returns }: Pick<Row, 'returns'>) => sharesIn(returns, share);
  return (
    <>
      <Figures
        figures={[
          figure('leads', t('sourced.leads'), ({ leads }) => number(leads)),
          figure('conversion', t('sourced.conversion'), ({ conversion }) => share(conversion)),
          figure('cents', t('sourced.wonCents'), ({ wonCents }) => cents(wonCents, true)),
          figure('spent', t('sourced.spent'), ({ spentCents }) => cents(spentCents, true)),
          figure('returns', t('sourced.returns'), returnOf),
        ]}
      />
      <SplitPart
        dimension={dimension}
        rows={rows}
        columns={[
          { id: 'leads', label: t('sourced.leads'), cell: ({ leads }) => number(leads) },
          { id: 'customers', label: t('sourced.customers'), cell: ({ customers }) => number(customers) },
          {
            id: 'conversion',
            label: t('sourced.conversion'),
            cell: ({ conversion }) => <ShareBar part={conversion} text={share(conversion)} />,
          },
          {
            id: 'won',
            label: t('sourced.won'),
            cell: (row) => <WonCount search={search} dimension={dimension} {...row} />,
          },
          { id: 'cents', label: t('sourced.wonCents'), cell: ({ wonCents }) => cents(wonCents) },
          { id: 'spent', label: t('sourced.spent'), cell: ({ spentCents }) => cents(spentCents) },
          { id: 'perLead', label: t('sourced.perLead'), cell: ({ perLeadCents }) => cents(perLeadCents) },
          { id: 'returns', label: t('sourced.returns'), cell: returnOf },
        ]}
      >
        <Chart
          along="name"
          format={shortMoney}
          data={rows.slice(0, 12).map(({ value, wonCents, spentCents }) => ({
            name: called(dimension, value),
            won: inUsual(wonCents),
            spent: inUsual(spentCents),
          }))}
          series={[
            { name: 'won', label: t('sourced.wonCents'), color: 'ink.6' },
            { name: 'spent', label: t('sourced.spent'), color: 'orange.5' },
          ]}
        />
      </SplitPart>
      {may('reports:write') && (
        <div>
          <LinkButton to="/settings/$part" params={{ part: 'spend' }} variant="default">
            {t('sourced.setSpend')}
          </LinkButton>
        </div>
      )}
    </>
  );
}
