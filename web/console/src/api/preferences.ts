import { useQueryClient } from '@tanstack/react-query';
import type { Preferences, PreferencesPatch } from '../../../client/src/index.ts';
import { useMe } from '../app/me.ts';
import { useToast } from '../parts/toast.tsx';
import { patched } from './held.ts';
import { meQuery } from './workspace.ts';
import { once, useWrite } from './write.ts';

/** How the person likes the console to be, on every device. An answer that was kept before there were preferences has none. */
export const usePreferences = (): Preferences => useMe().preferences ?? {};

/** Changes preferences, at once in sight. */
export function useSetPreferences() {
  const client = useQueryClient();
  const toast = useToast();
  const write = useWrite<unknown, { undo: () => void }>({
    onMutate: async ({ body }) => {
      await client.cancelQueries({ queryKey: meQuery.queryKey });
      const before = client.getQueryData(meQuery.queryKey);
      const { preferences } = body as { preferences: PreferencesPatch };
      client.setQueryData(
        meQuery.queryKey,
        (me) => me && { ...me, preferences: patched(me.preferences ?? {}, preferences) as Preferences },
      );
      return { undo: () => client.setQueryData(meQuery.queryKey, before) };
    },
    onError: (error, _, context) => {
      context?.undo();
      toast.failed(error);
    },
  });
  return (preferences: PreferencesPatch) =>
    write.mutate(once({ method: 'PATCH', path: '/v1/users/me', body: { preferences } }));
}

const firstDays = { sunday: 0, monday: 1, saturday: 6 } as const;
type WithWeek = { getWeekInfo?: () => { firstDay: number }; weekInfo?: { firstDay: number } };
/** The day on which the reader's week begins, 0 for a Sunday: as they said, else as it is where their language is spoken. */
export function useWeekStart(): 0 | 1 | 6 {
  const { weekStartsOn } = usePreferences();
  if (weekStartsOn) return firstDays[weekStartsOn];
  const locale = new Intl.Locale(navigator.language.replace(/@.*$/, '')) as Intl.Locale & WithWeek;
  const day = (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? 1;
  if (day === 7) return 0;
  return day === 6 ? 6 : 1;
}
