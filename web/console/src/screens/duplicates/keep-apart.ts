import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { AnyRecord } from '../../api/kinds.ts';
import { titleOf } from '../../api/kinds.ts';
import { keys, pathOf } from '../../api/records.ts';
import { act } from '../../api/write.ts';
import { useToast } from '../../parts/toast.tsx';
import type { MatchKind } from './likeness.ts';
import { putBack, takeOut } from './pairs-cache.ts';
import { type Pairs, pairsKey } from './queries.ts';

type Two = readonly [AnyRecord, AnyRecord];

/** Says that two are not one, with a way back. Resolves to whether it was said. */
export function useKeepApart(kind: MatchKind) {
  const t = useTranslations('duplicates');
  const client = useQueryClient();
  const toast = useToast();
  const key = pairsKey(kind);
  const path = ([one, other]: Two) => `${pathOf(kind, one.id)}/not-duplicates/${other.id}`;
  const told = (two: Two) => {
    for (const { id } of two) void client.invalidateQueries({ queryKey: keys.about(kind, id) });
  };
  return async (two: Two): Promise<boolean> => {
    try {
      await act({ method: 'PUT', path: path(two) });
    } catch (error) {
      toast.failed(error);
      return false;
    }
    const before = client.getQueryData<Pairs>(key);
    const ids = two.map(({ id }) => id);
    client.setQueryData<Pairs>(key, (pairs) => pairs && takeOut(pairs, ids));
    told(two);
    const undo = async () => {
      await act({ method: 'DELETE', path: path(two) });
      client.setQueryData<Pairs>(key, (pairs) => pairs && before && putBack(pairs, before, ids));
      told(two);
    };
    const [one, other] = two.map((record) => titleOf(kind, record));
    toast.done({
      message: t('keptApart', { one: one ?? '', other: other ?? '' }),
      undo: () => void undo().catch(toast.failed),
    });
    return true;
  };
}
