import { Select } from '@mantine/core';
import { MonthPickerInput } from '@mantine/dates';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { fieldsQuery, pipelinesQuery } from '../../api/workspace.ts';
import { useWorkspace } from '../../app/me.ts';
import { periodNamed, periodNames, periods } from './periods.ts';
import classes from './reports.module.css';
import { reportOf, splitOf } from './reports.ts';
import type { ReportSearch } from './search.ts';

type Props = { search: ReportSearch; present: string; go: (next: Partial<ReportSearch>) => void };

function PipelineChoice({ search, go }: Props) {
  const t = useTranslations('reports');
  const { data = [] } = useQuery(pipelinesQuery);
  const { defaultPipelineId } = useWorkspace();
  if (data.length < 2) return null;
  return (
    <Select
      label={t('pipeline')}
      w={180}
      allowDeselect={false}
      data={data.map(({ id, name }) => ({ value: id, label: name }))}
      value={search.pipelineId ?? defaultPipelineId}
      onChange={(pipelineId) => pipelineId && go({ pipelineId })}
    />
  );
}

const firstOf = (month: string) => `${month}-01`;
function PeriodChoice({ search, present, go }: Props) {
  const t = useTranslations('reports');
  const name = periodNamed(search, present);
  return (
    <>
      <Select
        label={t('period')}
        w={170}
        allowDeselect={false}
        data={periodNames.map((one) => ({ value: one, label: t(`periods.${one}`) }))}
        value={name}
        onChange={(one) => {
          const period = periods(present).find(({ id }) => id === one);
          if (period) go({ from: period.from, to: period.to, period: period.id });
        }}
      />
      <MonthPickerInput
        type="range"
        label={t('months')}
        className={classes.months}
        allowSingleDateInRange
        maxDate={firstOf(present)}
        valueFormat="MMM YYYY"
        value={[firstOf(search.from), firstOf(search.to)]}
        onChange={([from, to]) => {
          if (from && to) go({ from: from.slice(0, 7), to: to.slice(0, 7), period: undefined });
        }}
      />
    </>
  );
}

/** What a report can be split by: a custom field only where the workspace has chosen one. */
function useSplits(report: ReportSearch['report']): { value: string; label: string }[] {
  const t = useTranslations('reports');
  const { reportFields } = useWorkspace();
  const { data: fields = [] } = useQuery(fieldsQuery);
  const kind = ['leads', 'responses', 'quality'].includes(report) ? 'contact' : 'deal';
  const key = reportFields?.[kind];
  const label = fields.find((field) => field.of === kind && field.key === key)?.label;
  return reportOf(report)
    .splits.filter((one) => one !== 'custom' || key !== undefined)
    .map((one) => ({ value: one, label: (one === 'custom' && label) || t(`dimensions.${one}`) }));
}

/** Of what, of when, and by what a report is split. */
export function Controls(props: Props) {
  const t = useTranslations('reports');
  const { search, go } = props;
  const { ofPipeline, isNow } = reportOf(search.report);
  const splits = useSplits(search.report);
  return (
    <div className={classes.controls}>
      {ofPipeline && <PipelineChoice {...props} />}
      {!isNow && <PeriodChoice {...props} />}
      {splits.length > 1 && (
        <Select
          label={t('splitBy')}
          w={170}
          allowDeselect={false}
          data={splits}
          value={splitOf(search.report, search.splitBy) ?? null}
          onChange={(splitBy) => splitBy && go({ splitBy })}
        />
      )}
    </div>
  );
}
