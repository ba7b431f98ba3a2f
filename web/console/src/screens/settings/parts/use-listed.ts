import { type QueryKey, useQueryClient } from '@tanstack/react-query';

/** Lists are read from indexes that follow a write within a second; until then they do not know of it. */
const caughtUpMs = 2500;

/** A list as it will be: with what was just written, without what was just deleted; asked for again when it has caught up. */
export function useListed<T extends { id: string }>(key: QueryKey) {
  const client = useQueryClient();
  const change = (to: (all: T[]) => T[]) => {
    void client.cancelQueries({ queryKey: key, exact: true });
    client.setQueryData<T[]>(key, (all) => all && to(all));
    setTimeout(() => void client.invalidateQueries({ queryKey: key }), caughtUpMs);
  };
  return {
    put: (record: T) =>
      change((all) =>
        all.some(({ id }) => id === record.id)
          ? all.map((one) => (one.id === record.id ? { ...one, ...record } : one))
          : [...all, record],
      ),
    remove: (gone: string) => change((all) => all.filter(({ id }) => id !== gone)),
  };
}
