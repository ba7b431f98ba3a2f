import { useCallback, useMemo, useState } from 'react';
import type { Task } from '../../../../client/src/index.ts';

const without = (all: readonly Task[], id: string) => all.filter((one) => one.id !== id);

/** What was just ticked stays where it was, struck through, until its line takes itself away. */
export function useTicked(tasks: Task[]) {
  const [ticked, setTicked] = useState<readonly Task[]>([]);
  const tick = useCallback(
    (task: Task) => setTicked((all) => [...without(all, task.id), { ...task, status: 'done' }]),
    [],
  );
  const untick = useCallback((id: string) => setTicked((all) => without(all, id)), []);
  const shown = useMemo(() => {
    const ids = new Set(ticked.map(({ id }) => id));
    return [...tasks.filter(({ id, status }) => status === 'open' && !ids.has(id)), ...ticked];
  }, [tasks, ticked]);
  return { shown, tick, untick };
}
export type Ticking = Pick<ReturnType<typeof useTicked>, 'tick' | 'untick'>;
