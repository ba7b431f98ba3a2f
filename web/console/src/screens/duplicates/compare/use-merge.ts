import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { type AnyRecord, plurals, titleOf } from '../../../api/kinds.ts';
import { forget, keys, pathOf } from '../../../api/records.ts';
import { once, send, type Write } from '../../../api/write.ts';
import { useToast } from '../../../parts/toast.tsx';
import type { MatchKind } from '../likeness.ts';
import { useTakeApart } from '../take-apart.ts';

type Body = { ids: string[]; values: Record<string, string> };

/** Merges records into one and goes to its page, with a way back. Sent again after no answer it is the same request. */
export function useMerge(kind: MatchKind) {
  const t = useTranslations('duplicates');
  const client = useQueryClient();
  const navigate = useNavigate();
  const toast = useToast();
  const takeApart = useTakeApart(kind);
  const sent = useRef<{ text: string; write: Write }>(undefined);
  const [isSending, setSending] = useState(false);

  const merge = async (survivorId: string, body: Body): Promise<void> => {
    const path = `${pathOf(kind, survivorId)}/merge`;
    const text = JSON.stringify({ path, body });
    if (sent.current?.text !== text) sent.current = { text, write: once({ method: 'POST', path, body }) };
    setSending(true);
    try {
      const record = await send<AnyRecord>(sent.current.write);
      await navigate({ to: `/${plurals[kind]}/${survivorId}` });
      for (const id of body.ids) {
        client.removeQueries({ queryKey: keys.record(kind, id) });
        client.removeQueries({ queryKey: keys.about(kind, id) });
      }
      client.removeQueries({ queryKey: ['duplicates'] });
      forget(client, kind, survivorId);
      toast.done({
        message: t('merged', { title: titleOf(kind, record) }),
        undo: () => void takeApart(survivorId, body.ids),
        undoLabel: t('takeApart'),
      });
    } catch (error) {
      toast.failed(error);
    } finally {
      setSending(false);
    }
  };
  return { merge, isSending };
}
