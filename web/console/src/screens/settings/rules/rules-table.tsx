import { Badge } from '@mantine/core';
import { IconRoute } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Empty } from '../../../parts/empty.tsx';
import { useFormats } from '../../../parts/format.ts';
import { type Column, RowName, SettingsTable } from '../parts/table.tsx';
import type { Rule } from './definition.ts';
import { lastRunQuery } from './queries.ts';
import { beginning } from './rule-sentence.ts';
import { RuleState, usePausedWhy } from './rule-state.tsx';
import classes from './rules.module.css';
import { useSay } from './use-say.ts';

/** When it ran last; what was never live has never run. */
function LastRun({ rule: { id, live } }: { rule: Rule }) {
  const t = useTranslations('settings.rules');
  const { ago } = useFormats();
  const { data } = useQuery({ ...lastRunQuery(id), enabled: live !== undefined });
  if (live === undefined || data === null) return t('never');
  return data ? ago(data.createdAt) : '';
}
function State({ rule }: { rule: Rule }) {
  const why = usePausedWhy(rule);
  return (
    <>
      <RuleState rule={rule} />
      {why && <div className={classes.quiet}>{why}</div>}
    </>
  );
}

const order = { live: 0, paused: 1, draft: 2 };
/** The rules: what is live comes first. */
export function RulesTable({ rules }: { rules: Rule[] }) {
  const t = useTranslations('settings.rules');
  const say = useSay();
  if (rules.length === 0)
    return (
      <Empty icon={IconRoute} title={t('none')}>
        {t('noneWhy')}
      </Empty>
    );
  const columns: Column<Rule>[] = [
    {
      key: 'name',
      label: t('name'),
      cell: ({ id, name, preset, draft }) => (
        <RowName link={{ part: 'rules', search: { rule: id } }} below={beginning(draft, say)}>
          {name}
          {preset && (
            <Badge variant="default" size="sm" ml={8} tt="none" fw={500} flex="none">
              {t('preset')}
            </Badge>
          )}
        </RowName>
      ),
    },
    { key: 'state', label: t('state'), cell: (rule) => <State rule={rule} /> },
    {
      key: 'last',
      label: t('lastRun'),
      isWide: true,
      isTight: true,
      cell: (rule) => <LastRun rule={rule} />,
    },
  ];
  const sorted = rules.toSorted((one, other) => order[one.state] - order[other.state]);
  return <SettingsTable label={t('title')} columns={columns} rows={sorted} keyOf={({ id }) => id} />;
}
