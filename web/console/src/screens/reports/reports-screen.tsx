import '@mantine/dates/styles.layer.css';
import { Group, Select, Tabs } from '@mantine/core';
import { IconReportAnalytics } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { useMay } from '../../app/me.ts';
import { Waiting } from '../../app/waiting.tsx';
import { Empty } from '../../parts/empty.tsx';
import { MoreTexts } from '../../parts/more-texts.tsx';
import { ProblemBox } from '../../parts/problem.tsx';
import { Screen } from '../../parts/screen.tsx';
import { useIsPhone } from '../../parts/use-is-phone.ts';
import { PinButton } from '../dashboards/pin-button.tsx';
import { Controls } from './controls.tsx';
import { CsvButton } from './csv-button.tsx';
import { reportQuery } from './queries.ts';
import classes from './reports.module.css';
import { type ReportId, reportIds, reportOf } from './reports.ts';
import { type ReportSearch, useReportSearch } from './search.ts';
import { Activities } from './shown/activities.tsx';
import { Cohorts } from './shown/cohorts.tsx';
import { Customers } from './shown/customers.tsx';
import { Forecast } from './shown/forecast.tsx';
import { Funnel } from './shown/funnel.tsx';
import { Leads } from './shown/leads.tsx';
import { Orders } from './shown/orders.tsx';
import { Performance } from './shown/performance.tsx';
import { Responses } from './shown/responses.tsx';
import { Sales } from './shown/sales.tsx';
import { Seasons } from './shown/seasons.tsx';
import { Sources } from './shown/sources.tsx';
import { Use } from './shown/use.tsx';

type Shown = (props: { report: never; search: ReportSearch }) => ReactNode;
const shown = {
  sales: Sales,
  funnel: Funnel,
  forecast: Forecast,
  performance: Performance,
  sources: Sources,
  leads: Leads,
  orders: Orders,
  seasons: Seasons,
  customers: Customers,
  cohorts: Cohorts,
  activities: Activities,
  responses: Responses,
  use: Use,
} as const satisfies Record<ReportId, Shown>;

function Body({ search }: { search: ReportSearch }) {
  const asked = useQuery({ ...reportQuery(search.report, search), placeholderData: keepPreviousData });
  if (asked.error && !asked.isFetching)
    return <ProblemBox error={asked.error} again={() => void asked.refetch()} />;
  if (!asked.data || asked.isPlaceholderData) return <Waiting />;
  const One = shown[search.report] as Shown;
  return <One report={asked.data as never} search={search} />;
}

function Choice({
  ids,
  search,
  go,
}: { ids: ReportId[] } & Pick<ReturnType<typeof useReportSearch>, 'search' | 'go'>) {
  const t = useTranslations('reports');
  const isPhone = useIsPhone();
  const choose = (report: string | null) => report && go({ report: report as ReportId, splitBy: undefined });
  if (isPhone)
    return (
      <Select
        aria-label={t('report')}
        allowDeselect={false}
        data={ids.map((id) => ({ value: id, label: t(`names.${id}`) }))}
        value={search.report}
        onChange={choose}
      />
    );
  return (
    <Tabs value={search.report} onChange={choose}>
      <Tabs.List aria-label={t('report')}>
        {ids.map((id) => (
          <Tabs.Tab key={id} value={id}>
            {t(`names.${id}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  );
}

function Reports() {
  const t = useTranslations('reports');
  const may = useMay();
  const { search: asked, present, go } = useReportSearch();
  const ids = reportIds.filter((id) => may(reportOf(id).needs));
  const [first] = ids;
  if (!first)
    return (
      <Screen title={t('title')}>
        <Empty icon={IconReportAnalytics} title={t('nothing')} />
      </Screen>
    );
  const search = { ...asked, report: ids.includes(asked.report) ? asked.report : first };
  return (
    <Screen
      title={t('title')}
      actions={
        <Group gap="xs" wrap="nowrap">
          <PinButton search={search} present={present} />
          <CsvButton search={search} />
        </Group>
      }
      below={<Choice ids={ids} search={search} go={go} />}
    >
      <div className={classes.content}>
        <Controls search={search} present={present} go={go} />
        <Body search={search} />
      </div>
    </Screen>
  );
}

/** What the records come to: the report that the address names, of its period, split by what it says. */
export const ReportsScreen = () => (
  <Suspense fallback={<Waiting />}>
    <MoreTexts part="reports">
      <Reports />
    </MoreTexts>
  </Suspense>
);
