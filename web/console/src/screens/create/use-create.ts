import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { RapportError } from '../../../../client/src/index.ts';
import { type AnyRecord, type ListedKind, titleOf } from '../../api/kinds.ts';
import { forget, keys, pathOf } from '../../api/records.ts';
import { act, once, send, type Write } from '../../api/write.ts';
import { type FieldDef, isEmpty } from '../../fields/field-def.ts';
import { useToast } from '../../parts/toast.tsx';
import { bodyOf, fieldAt } from './create-fields.ts';
import { dropDraft, type Values } from './draft.ts';

/** What is wrong with the values, by field; what is wrong with none of them stays the error. */
function faultsOf(fields: readonly FieldDef[], error: unknown): Record<string, string> {
  if (!(error instanceof RapportError)) return {};
  return Object.fromEntries(
    error.errors.flatMap(({ pointer, detail }) => {
      const name = fieldAt(fields, pointer);
      return name ? [[name, detail]] : [];
    }),
  );
}

/** Makes the record; the same values sent again after no answer are the same request, so that it is made once. */
export function useCreate(kind: ListedKind, fields: readonly FieldDef[]) {
  const t = useTranslations('create');
  const common = useTranslations('common');
  const client = useQueryClient();
  const { done, failed } = useToast();
  const sent = useRef<{ text: string; write: Write }>(undefined);
  const [isSending, setSending] = useState(false);
  const [error, setError] = useState<unknown>();
  const [missing, setMissing] = useState<Record<string, string>>({});

  const undo = (record: AnyRecord) => async () => {
    try {
      await act({ method: 'DELETE', path: pathOf(kind, record.id), ifMatch: record });
      forget(client, kind, record.id);
    } catch (reason) {
      failed(reason);
    }
  };
  const made = (record: AnyRecord) => {
    client.setQueryData(keys.record(kind, record.id), record);
    forget(client, kind);
    dropDraft(kind);
    done({ message: t('made', { title: titleOf(kind, record) }), undo: () => void undo(record)() });
  };
  /** The record; undefined where it was not made, with the reason in `error` and `faults`. */
  async function create(values: Values): Promise<AnyRecord | undefined> {
    const lacking = fields.filter(
      ({ name, isRequired, type }) => isRequired && type !== 'boolean' && isEmpty(values[name]),
    );
    setMissing(Object.fromEntries(lacking.map(({ name }) => [name, common('required')])));
    if (lacking.length > 0) return undefined;
    const body = bodyOf(fields, values);
    const text = JSON.stringify(body);
    if (sent.current?.text !== text)
      sent.current = { text, write: once({ method: 'POST', path: pathOf(kind), body }) };
    setSending(true);
    setError(undefined);
    try {
      const record = await send<AnyRecord>(sent.current.write);
      made(record);
      return record;
    } catch (reason) {
      setError(reason);
      return undefined;
    } finally {
      setSending(false);
    }
  }
  return { create, isSending, error, faults: { ...faultsOf(fields, error), ...missing } };
}
