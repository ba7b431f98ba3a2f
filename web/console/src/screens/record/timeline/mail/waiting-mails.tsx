import { Button, Text } from '@mantine/core';
import { IconAlertTriangle, IconClock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ContactMail } from '../../../../../../client/src/index.ts';
import { useFormats } from '../../../../parts/format.ts';
import { MoreTexts } from '../../../../parts/more-texts.tsx';
import { useToast } from '../../../../parts/toast.tsx';
import type { Desk } from './desk.ts';
import classes from './mail.module.css';
import { draftOf, isOnItsWay, isWaiting, useMailDraft, whyOf } from './mail-draft.ts';
import { mailsQuery } from './mails-query.ts';
import { useTakeBack, useWriting } from './use-sending.ts';

const nearMs = 60_000;

function useStateWords() {
  const t = useTranslations('mailOut.write');
  const words = useTranslations('mailOut');
  const { moment } = useFormats();
  return ({ status, sendAt = '', reason }: ContactMail): string => {
    const isSoon = Date.parse(sendAt) - Date.now() < nearMs;
    if (status === 'scheduled') return isSoon ? t('leavesSoon') : t('leavesOn', { at: moment(sendAt) });
    const why = whyOf(reason);
    return why ? `${t(`states.${status}`)}: ${words(why)}` : t(`states.${status}`);
  };
}

function Waiting({ desk, mail }: { desk: Desk; mail: ContactMail }) {
  const t = useTranslations('mailOut.write');
  const toast = useToast();
  const stateOf = useStateWords();
  const takeBack = useTakeBack(desk.contactId);
  const write = useWriting(desk);
  const [draft] = useMailDraft(desk);
  const [isBusy, setBusy] = useState(false);
  const Icon = isOnItsWay(mail) ? IconClock : IconAlertTriangle;
  const back = async () => {
    setBusy(true);
    const isBack = await takeBack(mail.id);
    setBusy(false);
    // What is being written now is not written over.
    const again = !draft.text?.trim() && { undo: () => write(draftOf(mail)), undoLabel: t('writeAnew') };
    if (isBack) toast.done({ message: t('takenBack'), ...again });
  };
  return (
    <li className={classes.waiting}>
      <Icon size={16} aria-hidden />
      <div className={classes.grow}>
        <Text fw={500}>{mail.subject}</Text>
        <Text size="sm" c="var(--rapport-quiet)">
          {stateOf(mail)} · {mail.to}
        </Text>
      </div>
      {mail.status === 'scheduled' && (
        <Button
          variant="default"
          size="compact-sm"
          loading={isBusy}
          onClick={() => void back()}
          aria-label={t('takeBackOf', { subject: mail.subject })}
        >
          {t('takeBack')}
        </Button>
      )}
    </li>
  );
}

function List({ desk }: { desk: Desk }) {
  const t = useTranslations('mailOut.write');
  const { contactId, dealId } = desk;
  const { data } = useQuery(mailsQuery(contactId));
  const now = Date.now();
  const isOfPage = (mail: ContactMail) => dealId === undefined || mail.dealId === dealId;
  const waiting = data?.items.filter((mail) => isOfPage(mail) && isWaiting(mail, now)) ?? [];
  if (waiting.length === 0) return null;
  return (
    <section aria-label={t('waiting')} className={classes.waitings}>
      <ul>
        {waiting.map((mail) => (
          <Waiting key={mail.id} desk={desk} mail={mail} />
        ))}
      </ul>
    </section>
  );
}

/** The mails to a contact that have not left, and those that did not get there; on a deal's page those about the deal. */
export const WaitingMails = ({ desk }: { desk: Desk }) => (
  <Suspense>
    <MoreTexts part="mailOut">
      <List desk={desk} />
    </MoreTexts>
  </Suspense>
);
