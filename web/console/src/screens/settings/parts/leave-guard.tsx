import { useBlocker } from '@tanstack/react-router';
import { DiscardQuestion } from './discard-question.tsx';

/** Asks before another page takes the place of one on which something is typed. */
export function LeaveGuard({ isDirty }: { isDirty: boolean }) {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: () => isDirty,
    enableBeforeUnload: () => isDirty,
    withResolver: true,
  });
  return (
    <DiscardQuestion opened={status === 'blocked'} onKeep={() => reset?.()} onDiscard={() => proceed?.()} />
  );
}
