import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { type AnyRecord, titleOf } from '../../api/kinds.ts';
import { forget, keys, pathOf } from '../../api/records.ts';
import { act } from '../../api/write.ts';
import { useFields } from '../../fields/use-fields.ts';
import { useToast } from '../../parts/toast.tsx';
import type { MatchKind } from './likeness.ts';

type Apart = { survivor: AnyRecord; record: AnyRecord; kept: string[] };

/** Takes out of a record what was merged into it, one after the other, the last one first. */
export function useTakeApart(kind: MatchKind) {
  const t = useTranslations('duplicates');
  const client = useQueryClient();
  const fields = useFields(kind);
  const toast = useToast();
  const labelOf = (name: string) => fields.find((field) => field.name === name)?.label ?? name;
  const say = ({ record, kept }: Apart) => {
    const title = titleOf(kind, record);
    const message =
      kept.length > 0
        ? t('apartKept', { title, fields: kept.map(labelOf).join(', ') })
        : t('apart', { title });
    toast.done({ message });
  };
  return async (survivorId: string, ids: readonly string[]): Promise<void> => {
    try {
      for (const id of ids.toReversed()) {
        const path = `${pathOf(kind, survivorId)}/unmerge`;
        const apart = await act<Apart>({ method: 'POST', path, body: { id } });
        await client.resetQueries({ queryKey: keys.about(kind, id) });
        forget(client, kind, id);
        say(apart);
      }
    } catch (error) {
      toast.failed(error);
    } finally {
      forget(client, kind, survivorId);
      void client.invalidateQueries({ queryKey: ['duplicates'] });
    }
  };
}
