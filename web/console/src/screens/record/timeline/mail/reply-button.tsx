import { Button } from '@mantine/core';
import { IconCornerUpLeft } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { Desk } from './desk.ts';
import { replyOf, useMailDraft } from './mail-draft.ts';
import { useWriting } from './use-sending.ts';

type Props = {
  desk: Desk;
  /** The mail that is answered, by its activity. */
  mail: { id: string; subject: string | undefined; from: string | undefined };
};

/** Goes on in a mail's thread: the form opens at the head of the timeline. */
export function ReplyButton({ desk, mail }: Props) {
  const t = useTranslations('record.mail');
  const write = useWriting(desk);
  const [draft] = useMailDraft(desk);
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      mt={4}
      leftSection={<IconCornerUpLeft size={14} aria-hidden />}
      onClick={() => write(replyOf(draft, mail))}
    >
      {t('reply')}
    </Button>
  );
}
