import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { forget } from '../../api/records.ts';
import { act } from '../../api/write.ts';
import { useToast } from '../../parts/toast.tsx';
import type { CheckedKind, CheckName } from './checks.ts';
import { type Fields, isMeantBy, type Job } from './deeds.ts';
import type { Finding } from './finding.ts';
import { type Marked, markedCount, markedOf } from './marked.ts';
import { inChunks, mend, type Outcome, walk } from './mend.ts';
import { dataCheckKey, type FindingsPages, findingsKey, findingsPage, withoutMended } from './queries.ts';

export type Progress =
  | { phase: 'working'; through: number; total: number }
  | { phase: 'over'; job: Job; outcome: Outcome };
type Asked = { kind: CheckedKind; check: CheckName };
type Selected = { marked: Marked; listed: readonly Finding[]; counted: number; fields: Fields };
type Results = { results: { status: number; error?: { code: string; detail: string } }[] };

const mostOfPage = 100;

/** What was mended goes from the list at once; what else shows these records is read anew. */
function useShowing(asked: Asked) {
  const client = useQueryClient();
  return ({ mended }: Outcome) => {
    const ids = new Set(mended);
    client.setQueryData<FindingsPages>(findingsKey(asked), (pages) => pages && withoutMended(pages, ids));
    void client.invalidateQueries({ queryKey: dataCheckKey });
    for (const part of ['record', 'about']) void client.invalidateQueries({ queryKey: [part, asked.kind] });
    forget(client, asked.kind);
  };
}

/** Mends what is selected, says how far it is, and can be stopped. `onDone` where all went well. */
export function useMending(asked: Asked, { marked, listed, counted, fields }: Selected, onDone: () => void) {
  const t = useTranslations('dataCheck');
  const toast = useToast();
  const show = useShowing(asked);
  const [progress, setProgress] = useState<Progress>();
  const stopping = useRef<AbortController>(undefined);
  useEffect(() => () => stopping.current?.abort(), []);

  const start = async (job: Job) => {
    const controller = new AbortController();
    stopping.current = controller;
    const { signal } = controller;
    const total = markedCount(marked, listed, counted);
    const told = (through: number) => setProgress({ phase: 'working', through, total });
    const { by } = job;
    const body = { ...asked, by, ...(job.by === 'patch' && { patch: job.patch }) };
    told(0);
    const source = marked.isAll
      ? walk((cursor) => findingsPage(asked, cursor, mostOfPage, signal), marked)
      : inChunks(markedOf(marked, listed));
    const outcome = await mend(source, {
      isMeant: (finding) => isMeantBy(job, finding, fields),
      send: async (ids) =>
        (await act<Results>({ method: 'POST', path: '/v1/data-check/repairs', body: { ...body, ids } }))
          .results,
      signal,
      told,
    });
    show(outcome);
    const brokeOff = outcome.brokeOff !== undefined && !signal.aborted;
    if (outcome.refused.length > 0 || brokeOff) return setProgress({ phase: 'over', job, outcome });
    setProgress(undefined);
    toast.done({ message: t(by === 'trash' ? 'trashed' : 'mended', { count: outcome.mended.length }) });
    onDone();
  };
  const close = () => {
    setProgress(undefined);
    onDone();
  };
  return { progress, start, stop: () => stopping.current?.abort(), close };
}
