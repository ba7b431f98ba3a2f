import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { CreateImportResponse, Import } from '../../../../client/src/index.ts';
import { NotTaken, putFile } from '../../api/put-file.ts';
import { act } from '../../api/write.ts';
import { useProblemText } from '../../parts/problem.tsx';
import type { ImportKind } from './kinds.ts';

const mostBytes = 268_435_456;
const longestName = 200;
type State = { name?: string; part: number; problem?: string };
const post = <T>(path: string, body: object) => act<T>({ method: 'POST', path, body });

/** Sends a file to where the API says and has it read. What did not arrive leaves nothing behind. */
export function useSending(done: (one: Import) => void) {
  const t = useTranslations('imports.file');
  const textOf = useProblemText();
  const [state, setState] = useState<State>({ part: 0 });
  const stopping = useRef<AbortController>(undefined);
  useEffect(() => () => stopping.current?.abort(), []);

  const wordsOf = (error: unknown) => (error instanceof NotTaken ? t('notTaken') : textOf(error));
  async function bring(file: File, kind: ImportKind, { signal }: AbortController): Promise<Import> {
    const body = { kind, name: file.name.slice(0, longestName), size: file.size };
    const { id, upload } = await post<CreateImportResponse>('/v1/imports', body);
    try {
      signal.throwIfAborted();
      await putFile(upload, file, (part) => setState({ name: file.name, part }), signal);
    } catch (error) {
      await act({ method: 'DELETE', path: `/v1/imports/${id}` }).catch(() => undefined); // it goes by itself after 30 days
      throw error;
    }
    return post<Import>(`/v1/imports/${id}/read`, {});
  }
  async function send(file: File, kind: ImportKind): Promise<void> {
    const problem = file.size > mostBytes ? t('tooLarge') : file.size === 0 ? t('empty') : undefined;
    if (problem) return setState({ part: 0, problem });
    const stop = new AbortController();
    stopping.current = stop;
    setState({ name: file.name, part: 0 });
    try {
      done(await bring(file, kind, stop));
    } catch (error) {
      setState({ part: 0, ...(!stop.signal.aborted && { problem: wordsOf(error) }) });
    }
  }
  return {
    ...state,
    send: (file: File, kind: ImportKind) => void send(file, kind),
    cancel: () => stopping.current?.abort(),
  };
}
