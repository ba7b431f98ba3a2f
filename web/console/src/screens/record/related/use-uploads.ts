import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ListedKind } from '../../../api/kinds.ts';
import { keys } from '../../../api/records.ts';
import { type Sent, upload } from './upload.ts';

/** A file on its way: how much of it has gone, why it went no further, and what it is once it has arrived. */
export type Sending = {
  key: number;
  name: string;
  part: number;
  error?: unknown;
  sent?: Sent;
  again: () => void;
};
let count = 0;

/** What is being sent to a record, and how to send more. What failed, and what no list has yet, stays until it is put away. */
export function useUploads(kind: ListedKind, id: string) {
  const client = useQueryClient();
  const [sending, setSending] = useState<Sending[]>([]);
  const change = (key: number, to: Partial<Sending>) =>
    setSending((all) => all.map((one) => (one.key === key ? { ...one, ...to } : one)));
  const putAway = (key: number) => setSending((all) => all.filter((one) => one.key !== key));

  async function run(key: number, file: File, to: { fileId: string } | { recordId: string; kind?: string }) {
    change(key, { error: undefined, part: 0 });
    try {
      change(key, { sent: await upload(file, to, (part) => change(key, { part })) });
      await client.invalidateQueries({ queryKey: keys.about(kind, id) });
    } catch (error) {
      change(key, { error });
    }
  }
  const send = (files: File[], to: { fileId: string } | { kind: string }) => {
    for (const file of files) {
      const key = ++count;
      const target = 'fileId' in to ? to : { recordId: id, kind: to.kind };
      const again = () => void run(key, file, target);
      setSending((all) => [...all, { key, name: file.name, part: 0, again }]);
      again();
    }
  };
  return { sending, send, putAway };
}
