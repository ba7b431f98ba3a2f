import { SegmentedControl, Stack } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Item } from '../../../../../client/src/index.ts';
import { Empty } from '../../../parts/empty.tsx';
import { useFormats } from '../../../parts/format.ts';
import { More } from '../../../parts/more.tsx';
import { Status } from '../../../parts/status.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { SideDrawer } from '../parts/side.tsx';
import { type Column, RowName, SettingsTable } from '../parts/table.tsx';
import { useOpened } from '../parts/use-opened.ts';
import { AboutRecord } from './about-record.tsx';
import type { Rule } from './definition.ts';
import { runsQuery, type Trouble } from './queries.ts';
import { RunSide } from './run-side.tsx';
import { tones, useRunWords } from './run-words.ts';

type Version = Item<'listRuleVersions'>;
type Summary = Item<'listRuleRuns'>;
type Props = { rule: Rule; versions: readonly Version[]; isReadOnly: boolean };
const shown = ['all', 'waiting', 'failed', 'stopped'] as const;

/** What a rule has done, newest first, and each run in words. */
export function History({ rule, versions, isReadOnly }: Props) {
  const t = useTranslations('settings.rules.runs');
  const [status, setStatus] = useState<'all' | Trouble>('all');
  const one = useOpened<Summary>();
  const runs = useInfiniteQuery(runsQuery(rule.id, status === 'all' ? undefined : status));
  const data = runs.data?.pages.flatMap(({ items }) => items);
  return (
    <Stack gap="md">
      <SegmentedControl
        aria-label={t('which')}
        w="fit-content"
        maw="100%"
        value={status}
        data={shown.map((value) => ({ value, label: t(`shown.${value}`) }))}
        onChange={(value) => setStatus(value as Trouble)}
      />
      <Loaded query={{ ...runs, data }}>
        {(all) =>
          all.length > 0 ? (
            <RunsTable runs={all} onOpen={one.open} />
          ) : (
            <Empty icon={IconHistory} title={t('none')}>
              {t('noneWhy')}
            </Empty>
          )
        }
      </Loaded>
      <More pages={runs} />
      <SideDrawer title={rule.name} opened={one.isOpen} onClose={one.close}>
        {one.shown && <RunSide rule={rule} run={one.shown} versions={versions} isReadOnly={isReadOnly} />}
      </SideDrawer>
    </Stack>
  );
}

function RunsTable({ runs, onOpen }: { runs: Summary[]; onOpen: (run: Summary) => void }) {
  const t = useTranslations('settings.rules.runs');
  const { moment } = useFormats();
  const wordsOf = useRunWords(moment);
  const columns: Column<Summary>[] = [
    {
      key: 'at',
      label: t('at'),
      isTight: true,
      cell: (run) => <RowName onOpen={() => onOpen(run)}>{moment(run.createdAt)}</RowName>,
    },
    { key: 'record', label: t('record'), cell: (run) => <AboutRecord run={run} /> },
    {
      key: 'status',
      label: t('status'),
      cell: (run) => (
        <>
          <Status tone={tones[run.status]}>{t(`statuses.${run.status}`)}</Status>
          <div>{wordsOf(run)}</div>
        </>
      ),
    },
  ];
  return <SettingsTable label={t('title')} columns={columns} rows={runs} keyOf={({ id }) => id} />;
}
