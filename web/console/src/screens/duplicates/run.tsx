import { Button, Group, Loader } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { DuplicateRun } from '../../../../client/src/index.ts';
import { act } from '../../api/write.ts';
import { useMay } from '../../app/me.ts';
import { useFormats } from '../../parts/format.ts';
import { useToast } from '../../parts/toast.tsx';
import classes from './duplicates.module.css';
import type { MatchKind } from './likeness.ts';
import { pairsKey, runKey, runQuery } from './queries.ts';

function useRun(kind: MatchKind) {
  const may = useMay()('workspaces:write');
  const { data: run } = useQuery({ ...runQuery(kind), enabled: may });
  return { run, isRunning: run?.status === 'running', may };
}

/** When a run has come to its end, what it found is read. */
function useWhatWasFound(kind: MatchKind, isRunning: boolean): void {
  const client = useQueryClient();
  const wasRunning = useRef(false);
  useEffect(() => {
    if (wasRunning.current && !isRunning) void client.invalidateQueries({ queryKey: pairsKey(kind) });
    wasRunning.current = isRunning;
  }, [client, kind, isRunning]);
}

/** How the last look through all records went, or how far it is. */
export function RunState({ kind }: { kind: MatchKind }) {
  const t = useTranslations('duplicates');
  const { moment } = useFormats();
  const { run, isRunning } = useRun(kind);
  useWhatWasFound(kind, isRunning);
  if (!run) return null;
  const { status, looked, pairs, finishedAt } = run;
  const words = {
    running: () => t('running', { looked, pairs }),
    done: () => t('ran', { at: moment(finishedAt), pairs }),
    failed: () => t('runFailed'),
  };
  return (
    <Group gap="xs" className={`${classes.run} ${classes.quiet}`} role="status" wrap="nowrap">
      {status === 'running' && <Loader size={14} aria-hidden />}
      {words[status]()}
    </Group>
  );
}

/** Has all records of a kind looked through, for who may write the workspace's settings. */
export function RunButton({ kind }: { kind: MatchKind }) {
  const t = useTranslations('duplicates');
  const client = useQueryClient();
  const toast = useToast();
  const { isRunning, may } = useRun(kind);
  const [isAsking, setAsking] = useState(false);
  if (!may) return null;
  const start = async () => {
    setAsking(true);
    try {
      const run = await act<DuplicateRun>({ method: 'POST', path: '/v1/duplicates/run', body: { kind } });
      client.setQueryData(runKey(kind), run);
    } catch (error) {
      toast.failed(error);
      void client.invalidateQueries({ queryKey: runKey(kind) });
    }
    setAsking(false);
  };
  return (
    <Button variant="default" loading={isAsking} disabled={isRunning} onClick={() => void start()}>
      {t('run')}
    </Button>
  );
}
