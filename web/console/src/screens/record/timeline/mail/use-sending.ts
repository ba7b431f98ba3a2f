import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Message, NewContactMail } from '../../../../../../client/src/index.ts';
import { act, once, send, type Write } from '../../../../api/write.ts';
import { useFormats } from '../../../../parts/format.ts';
import { useToast } from '../../../../parts/toast.tsx';
import { keptDraft, useDraft } from '../draft.ts';
import { type Desk, pageOf } from './desk.ts';
import { type MailDraft, useMailDraft } from './mail-draft.ts';
import { hideMail, showMail } from './mails-query.ts';

const pathOf = (contactId: string, messageId?: string) =>
  `/v1/contacts/${contactId}/mails${messageId ? `/${messageId}` : ''}`;
/** How long a mail can be taken back by a tap, in milliseconds. */
const undoMs = 10_000;

/** Opens the form with a draft in it, also when the page that asked for it is gone. */
export function useWriting(desk: Desk) {
  const { kind, id } = pageOf(desk);
  const [, setLog] = useDraft(kind, id);
  const [, setDraft] = useMailDraft(desk);
  return (draft: MailDraft) => {
    setDraft(draft);
    setLog({ ...keptDraft(kind, id), kind: 'mail' });
  };
}

/** Takes a mail back that has not left; whether it could be. Says so where it could not. */
export function useTakeBack(contactId: string) {
  const client = useQueryClient();
  const toast = useToast();
  return async (messageId: string): Promise<boolean> => {
    try {
      await act({ method: 'DELETE', path: pathOf(contactId, messageId) });
      hideMail(client, contactId, messageId);
      return true;
    } catch (error) {
      toast.failed(error);
      return false;
    }
  };
}

/** Sends a mail once, however often it is tried, and offers the way back as long as there is one. */
export function useSending(desk: Desk, onSent: () => void) {
  const { contactId } = desk;
  const t = useTranslations('mailOut.write');
  const client = useQueryClient();
  const toast = useToast();
  const { moment } = useFormats();
  const takeBack = useTakeBack(contactId);
  const write = useWriting(desk);
  const sent = useRef<{ text: string; write: Write }>(undefined);
  const [isSending, setSending] = useState(false);
  const [error, setError] = useState<unknown>();
  /** What was written stands in the form again. */
  const undo = async (message: Message, draft: MailDraft) => {
    if (!(await takeBack(message.id))) return;
    write(draft);
    toast.done({ message: t('takenBack') });
  };
  const begun = (message: Message, draft: MailDraft) => {
    sent.current = undefined; // the same words once more are another mail
    showMail(client, contactId, message);
    const said = draft.sendAt ? t('leavesOn', { at: moment(draft.sendAt) }) : t('leaves');
    toast.done({ message: said, undo: () => void undo(message, draft), ms: undoMs });
    onSent();
  };
  async function sendMail(body: NewContactMail, draft: MailDraft): Promise<void> {
    const text = JSON.stringify(body);
    if (sent.current?.text !== text)
      sent.current = { text, write: once({ method: 'POST', path: pathOf(contactId), body }) };
    setSending(true);
    setError(undefined);
    try {
      begun(await send<Message>(sent.current.write), draft);
    } catch (reason) {
      setError(reason);
    } finally {
      setSending(false);
    }
  }
  return { sendMail, isSending, error };
}
