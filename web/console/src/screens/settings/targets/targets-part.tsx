import { Group, Select, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Target } from '../../../../../client/src/index.ts';
import { api } from '../../../api/client.ts';
import { teamsQuery, usersQuery } from '../../../api/people.ts';
import { pipelinesQuery } from '../../../api/workspace.ts';
import { useMay } from '../../../app/me.ts';
import { useToast } from '../../../parts/toast.tsx';
import { MonthGrid } from '../months/month-grid.tsx';
import { MonthStepper } from '../months/month-stepper.tsx';
import { useMonths } from '../months/use-months.ts';
import { Loaded } from '../parts/loaded.tsx';
import { SettingsPart } from '../parts/settings-part.tsx';
import { useListed } from '../parts/use-listed.ts';
import {
  type Goal,
  goals,
  isOnly,
  ofPipelines,
  subjectOf,
  targetAt,
  unitsIn,
  valueIn,
  whole,
} from './goals.ts';

/** What people, teams and the workspace are to reach, month by month. */
export function TargetsPart() {
  const months = useMonths();
  const key = ['targets', months.period.from];
  const targets = useQuery({
    queryKey: key,
    queryFn: () => Array.fromAsync(api().all('listTargets', { query: { ...months.period, limit: 100 } })),
  });
  return (
    <SettingsPart id="targets" actions={<MonthStepper months={months} />}>
      <Loaded query={targets}>{(all) => <TargetsGrid targets={all} months={months} queryKey={key} />}</Loaded>
    </SettingsPart>
  );
}

/** Whose targets there are: the workspace's, each team's, and those of everybody who works here. */
function useRows() {
  const t = useTranslations('settings.targets');
  const may = useMay();
  const { data: users = [] } = useQuery({ ...usersQuery, enabled: may('users:read') });
  const { data: teams = [] } = useQuery({ ...teamsQuery, enabled: may('teams:read') });
  const here = users.filter(({ status }) => status === 'active' || status === 'invited');
  return [
    { key: whole, name: t('workspace') },
    ...teams.map(({ id, name }) => ({ key: id, name, below: t('team') })),
    ...here.map(({ id, name }) => ({ key: id, name })),
  ];
}

type Asked = { goal: Goal; pipelineId?: string };

function useTargetWrites(targets: Target[], queryKey: string[], { goal, pipelineId }: Asked) {
  const toast = useToast();
  const listed = useListed<Target>(queryKey);
  const remove = async ({ id }: Target) => {
    await api().deleteTarget({ path: { targetId: id } });
    listed.remove(id);
  };
  const put = async (row: string, month: string, value: number | null) => {
    const body = { month, ...subjectOf(row), ...(pipelineId && { pipelineId }), [goal]: value };
    const saved = await api().putTarget({ body });
    listed.remove(saved.id); // what is answered has a goal no more that was taken out
    listed.put(saved);
  };
  return async (row: string, month: string, units: number | undefined): Promise<void> => {
    const before = targetAt(targets, { row, month, pipelineId });
    try {
      if (units !== undefined) await put(row, month, valueIn(goal, units));
      else if (before) await (isOnly(before, goal) ? remove(before) : put(row, month, null));
    } catch (error) {
      toast.failed(error);
    }
  };
}

type Props = { targets: Target[]; months: ReturnType<typeof useMonths>; queryKey: string[] };

function TargetsGrid({ targets, months, queryKey }: Props) {
  const t = useTranslations('settings.targets');
  const may = useMay();
  const rows = useRows();
  const { data: pipelines = [] } = useQuery({ ...pipelinesQuery, enabled: may('pipelines:read') });
  const [goal, setGoal] = useState<Goal>('wonCents');
  const [chosen, setChosen] = useState<string | null>(null);
  const pipelineId = ofPipelines.includes(goal) ? (chosen ?? undefined) : undefined;
  const write = useTargetWrites(targets, queryKey, { goal, ...(pipelineId && { pipelineId }) });
  return (
    <Stack gap="md">
      <Group>
        <Select
          label={t('goal')}
          data={goals.map((value) => ({ value, label: t(`goals.${value}`) }))}
          value={goal}
          allowDeselect={false}
          onChange={(value) => value && setGoal(value as Goal)}
        />
        {ofPipelines.includes(goal) && (
          <Select
            label={t('pipeline')}
            placeholder={t('allPipelines')}
            clearable
            data={pipelines.map(({ id: value, name: label }) => ({ value, label }))}
            value={chosen}
            onChange={setChosen}
          />
        )}
      </Group>
      <MonthGrid
        label={t('title')}
        rowsLabel={t('whose')}
        rows={rows}
        months={months}
        decimals={goal === 'wonCents' ? 2 : 0}
        isReadOnly={!may('reports:write')}
        valueAt={(row, month) => unitsIn(goal, targetAt(targets, { row, month, pipelineId })?.[goal])}
        write={write}
      />
    </Stack>
  );
}
