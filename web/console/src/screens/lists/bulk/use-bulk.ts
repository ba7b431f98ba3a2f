import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { AnyRecord, ListedKind } from '../../../api/kinds.ts';
import { forget } from '../../../api/records.ts';
import { useToast } from '../../../parts/toast.tsx';
import { putIntoPages } from '../pages-cache.ts';
import { type Source, walk } from '../pages-request.ts';
import type { Selection } from '../selection.ts';
import type { Job } from './job.ts';
import { completeAll, deleteAll, type Failure, type Outcome, type Running, updateAll } from './run.ts';
import { undoDeletes, undoDone, undoUpdates } from './undo.ts';

export type Progress =
  | { phase: 'finding'; through: number }
  | { phase: 'working'; through: number; total: number }
  | { phase: 'failed'; failed: Failure[]; done: number };

/** The selected records; where all are, those that the list finds, page after page. */
async function recordsOf(
  source: Source,
  { isAll, marked }: Selection,
  signal: AbortSignal,
  told: (through: number) => void,
): Promise<AnyRecord[]> {
  if (!isAll) return [...marked.values()];
  const records: AnyRecord[] = [];
  for await (const items of walk(source, signal)) {
    records.push(...items.filter(({ id }) => !marked.has(id)));
    told(records.length);
  }
  return records;
}

function run(kind: ListedKind, job: Job, records: readonly AnyRecord[], running: Running): Promise<Outcome> {
  if (job.kind === 'delete') return deleteAll(kind, records, running);
  if (job.kind === 'done') return completeAll(records, running);
  return updateAll(kind, records, job.change, running);
}

/** Tells of what was done to many, with the way back. */
function useTelling(kind: ListedKind) {
  const t = useTranslations('lists');
  const client = useQueryClient();
  const { done, failed } = useToast();
  const undone = (job: Job, { done: changed }: Outcome) => {
    if (job.kind === 'delete') return undoDeletes(changed);
    return job.kind === 'done' ? undoDone(changed) : undoUpdates(kind, changed, job.fields);
  };
  const undo = async (job: Job, outcome: Outcome) => {
    const back = await undone(job, outcome);
    if (job.kind === 'update')
      putIntoPages(
        client,
        kind,
        back.done.map(({ after }) => after),
      );
    forget(client, kind);
    if (back.failed.length > 0) failed(back.failed[0]?.error);
    done({ message: t('undone', { count: back.done.length, left: back.failed.length }) });
  };
  return (job: Job, outcome: Outcome) => {
    const count = outcome.done.length;
    const message = t(job.kind === 'delete' ? 'bulkDeleted' : 'bulkChanged', { count });
    done(count > 0 ? { message, undo: () => void undo(job, outcome) } : { message });
  };
}

/** Does a job to what is selected, says how far it is, and can be stopped. */
export function useBulk(kind: ListedKind, source: Source, selection: Selection, onDone: () => void) {
  const client = useQueryClient();
  const [progress, setProgress] = useState<Progress>();
  const stopping = useRef<AbortController>(undefined);
  const tell = useTelling(kind);
  const { failed } = useToast();

  async function work(job: Job, records: readonly AnyRecord[], signal: AbortSignal) {
    const told = (through: number) => setProgress({ phase: 'working', through, total: records.length });
    told(0);
    const outcome = await run(kind, job, records, { signal, told });
    if (job.kind === 'update')
      putIntoPages(
        client,
        kind,
        outcome.done.map(({ after }) => after),
      );
    forget(client, kind);
    tell(job, outcome);
    if (outcome.failed.length > 0)
      return setProgress({ phase: 'failed', failed: outcome.failed, done: outcome.done.length });
    setProgress(undefined);
    onDone();
  }
  async function start(job: Job, again?: readonly AnyRecord[]) {
    const controller = new AbortController();
    const { signal } = controller;
    stopping.current = controller;
    try {
      setProgress({ phase: 'finding', through: 0 });
      const found = (through: number) => setProgress({ phase: 'finding', through });
      await work(job, again ?? (await recordsOf(source, selection, signal, found)), signal);
    } catch (error) {
      setProgress(undefined);
      if (!signal.aborted) failed(error);
    }
  }
  const stop = () => stopping.current?.abort();
  return { progress, start, stop };
}
