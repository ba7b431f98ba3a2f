import { Stack, Text, Textarea, TextInput } from '@mantine/core';
import { type KeyboardEvent, Suspense, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { AnyRecord } from '../../../../api/kinds.ts';
import { Waiting } from '../../../../app/waiting.tsx';
import { MoreTexts } from '../../../../parts/more-texts.tsx';
import type { Desk } from './desk.ts';
import { addressOf } from './emails.ts';
import { Extras } from './extras.tsx';
import { Refused, useFaultWords } from './faults.tsx';
import { type MailDraft, mailOf, useMailDraft, wordsOf } from './mail-draft.ts';
import { type Extra, MailFoot } from './mail-foot.tsx';
import { MailPreview } from './mail-preview.tsx';
import { useTemplates } from './templates.ts';
import { ToWhom } from './to-whom.tsx';
import { useRefusal } from './use-refusal.ts';
import { useSending } from './use-sending.ts';

type Props = { contact: AnyRecord; desk: Desk; end: () => void };

/** What is opened beside the text: at first what the draft has of it. */
function useExtras({ fileIds, sendAt }: MailDraft) {
  const [extras, setExtras] = useState<Extra[]>([
    ...(fileIds?.length ? (['attach'] as const) : []),
    ...(sendAt ? (['later'] as const) : []),
  ]);
  const toggle = (extra: Extra) =>
    setExtras((before) =>
      before.includes(extra) ? before.filter((one) => one !== extra) : [...before, extra],
    );
  return { extras, toggle };
}

/** The draft with all that follows from it. */
function useMail({ contact, desk, end }: Props) {
  const [draft, setDraft] = useMailDraft(desk);
  const templates = useTemplates();
  const template = templates.find(({ id }) => id === draft.templateId);
  const to = addressOf(contact, draft.to)?.address;
  const marketing = template?.marketing ?? false;
  const refusal = useRefusal(contact.id, to, marketing);
  const drop = () => {
    setDraft({});
    end();
  };
  const { sendMail, isSending, error } = useSending(desk, drop);
  const body = mailOf({ ...draft, to }, template, desk.dealId);
  const canSend = body !== undefined && !refusal.stops && !isSending;
  return {
    ...{ draft, templates, marketing, refusal, isSending, error, canSend, drop },
    set: (change: MailDraft) => setDraft((before) => ({ ...before, ...change })),
    words: wordsOf(draft, template),
    /** That of the template goes as long as its text was not changed. */
    html: draft.text === undefined ? template?.html : undefined,
    submit: () => {
      if (canSend) void sendMail(body, draft);
    },
  };
}

function Form(props: Props) {
  const t = useTranslations('mailOut.write');
  const { contact, desk } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  const mail = useMail(props);
  const { draft, set, words, html, error } = mail;
  const faultAt = useFaultWords(error);
  const { extras, toggle } = useExtras(draft);
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) mail.submit();
  };
  const insert = (blank: string) => {
    const at = area.current?.selectionStart ?? words.text.length;
    set({ text: words.text.slice(0, at) + blank + words.text.slice(at) });
  };
  const toggled = (extra: Extra) => {
    toggle(extra);
    // What is put away is not sent unseen.
    if (extra === 'later') set({ sendAt: undefined });
    if (extra === 'attach') set({ fileIds: [] });
  };
  return (
    <Stack gap="xs" onKeyDown={pressed}>
      <ToWhom
        contact={contact}
        isNamed={desk.dealId !== undefined}
        draft={draft}
        set={set}
        templates={mail.templates}
        refusal={mail.refusal}
      />
      <TextInput
        label={t('subject')}
        value={words.subject}
        maxLength={200}
        error={faultAt('subject')}
        onChange={({ currentTarget }) => set({ subject: currentTarget.value })}
      />
      <Textarea
        ref={area}
        label={t('text')}
        autosize
        minRows={6}
        maxRows={18}
        value={words.text}
        error={faultAt('text') ?? faultAt('templateId')}
        onChange={({ currentTarget }) => set({ text: currentTarget.value })}
        {...{ autoFocus: true }}
      />
      {html && (
        <Text size="sm" c="var(--rapport-quiet)">
          {t('hasHtml')}
        </Text>
      )}
      <Extras draft={draft} set={set} desk={desk} extras={extras} faultAt={faultAt} />
      {extras.includes('preview') && (
        <MailPreview
          desk={desk}
          words={words}
          html={html}
          signature={draft.signature ?? true}
          marketing={mail.marketing}
        />
      )}
      <Refused error={error} draft={draft} set={set} />
      <MailFoot
        extras={extras}
        isOfDeal={desk.dealId !== undefined}
        toggle={toggled}
        insert={insert}
        end={mail.drop}
        submit={mail.submit}
        isLater={draft.sendAt !== undefined}
        canSend={mail.canSend}
        isSending={mail.isSending}
      />
    </Stack>
  );
}

/** Writes a mail to a contact. What is written stays until it is sent, also where the page is left. */
export const MailForm = (props: Props) => (
  <Suspense fallback={<Waiting />}>
    <MoreTexts part="mailOut">
      <Form {...props} />
    </MoreTexts>
  </Suspense>
);
