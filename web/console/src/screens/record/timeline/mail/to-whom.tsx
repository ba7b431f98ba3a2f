import { Alert, Button, Group, Select, SimpleGrid, Text } from '@mantine/core';
import { IconCornerUpLeft } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { Template } from '../../../../../../client/src/index.ts';
import { type AnyRecord, titleOf } from '../../../../api/kinds.ts';
import { useToast } from '../../../../parts/toast.tsx';
import { addressOf, emailsOf } from './emails.ts';
import { type MailDraft, wordsOf } from './mail-draft.ts';
import type { Refusal } from './use-refusal.ts';

export type Writing = { draft: MailDraft; set: (change: MailDraft) => void };
type Choosing = Writing & { templates: Template[] };

/** That it goes on in a conversation, with the way out of it. */
function Thread({ draft, set }: Writing) {
  const t = useTranslations('mailOut.write');
  if (!draft.inReplyTo) return null;
  return (
    <Group gap={6}>
      <IconCornerUpLeft size={16} aria-hidden />
      <Text size="sm" c="var(--rapport-quiet)">
        {t('inThread')}
      </Text>
      <Button variant="subtle" size="compact-sm" onClick={() => set({ inReplyTo: undefined })}>
        {t('newThread')}
      </Button>
    </Group>
  );
}

function TemplateChoice({ draft, set, templates }: Choosing) {
  const t = useTranslations('mailOut.write');
  const toast = useToast();
  const choose = (templateId: string | null) => {
    const { templateId: before, subject, text } = draft;
    if (!templateId) {
      // Its words stay, as one's own.
      set({
        templateId: undefined,
        ...wordsOf(
          draft,
          templates.find(({ id }) => id === before),
        ),
      });
      return;
    }
    set({ templateId, text: undefined, subject: draft.inReplyTo ? subject : undefined });
    if (!text?.trim()) return;
    toast.done({ message: t('replaced'), undo: () => set({ templateId: before, subject, text }) });
  };
  return (
    <Select
      label={t('template')}
      placeholder={t('noTemplate')}
      data={templates.map(({ id, name }) => ({ value: id, label: name }))}
      value={draft.templateId ?? null}
      onChange={choose}
      searchable
      clearable
    />
  );
}

type ToWhomProps = Choosing & {
  contact: AnyRecord;
  /** Whether the contact is named, where the page is another's. */
  isNamed: boolean;
  refusal: Refusal;
};
/** To which address a mail goes, by which template, and what stands against that. */
export function ToWhom({ contact, isNamed, draft, set, templates, refusal: { said, stops } }: ToWhomProps) {
  const t = useTranslations('mailOut.write');
  const to = addressOf(contact, draft.to);
  const addresses = [...new Set(emailsOf(contact).map(({ address }) => address))];
  return (
    <>
      <Thread draft={draft} set={set} />
      <SimpleGrid cols={{ base: 1, xs: templates.length > 0 ? 2 : 1 }} spacing={8}>
        <Select
          label={t('to')}
          allowDeselect={false}
          data={addresses.map((value) => ({
            value,
            label: isNamed ? `${titleOf('contact', contact)} <${value}>` : value,
          }))}
          value={to?.address ?? null}
          onChange={(address) => address && set({ to: address })}
          error={to?.bouncedAt && t('hasBounced')}
        />
        {templates.length > 0 && <TemplateChoice draft={draft} set={set} templates={templates} />}
      </SimpleGrid>
      {said && (
        <Alert color={stops ? 'red' : 'gray'} variant="light" {...(stops && { role: 'alert' })}>
          {said}
        </Alert>
      )}
    </>
  );
}
