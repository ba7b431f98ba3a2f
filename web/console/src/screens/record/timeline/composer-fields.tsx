import { NumberInput, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { FieldInput } from '../../../fields/field-input.tsx';
import type { Draft } from './draft.ts';

type Props = { draft: Draft; set: (change: Draft) => void };
const outcomes = ['connected', 'no_answer', 'busy', 'voicemail', 'wrong_number', 'failed'] as const;
const directions = ['outbound', 'inbound'] as const;

export function CallFields({ draft, set }: Props) {
  const t = useTranslations('record');
  return (
    <SimpleGrid cols={{ base: 1, xs: 3 }} spacing={6}>
      <Select
        label={t('direction')}
        allowDeselect={false}
        data={directions.map((value) => ({ value, label: t(`directions.${value}`) }))}
        value={draft.direction ?? 'outbound'}
        onChange={(direction) => direction && set({ direction })}
      />
      <Select
        label={t('outcome')}
        clearable
        data={outcomes.map((value) => ({ value, label: t(`outcomes.${value}`) }))}
        value={draft.outcome ?? null}
        onChange={(outcome) => set({ outcome: outcome ?? undefined })}
      />
      <NumberInput
        label={t('durationMinutes')}
        min={0}
        max={1440}
        value={draft.minutes ?? ''}
        onChange={(minutes) => set({ minutes: typeof minutes === 'number' ? minutes : undefined })}
      />
    </SimpleGrid>
  );
}

export function MeetingFields({ draft, set }: Props) {
  const t = useTranslations('record');
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing={6}>
      <TextInput
        label={t('meetingSubject')}
        value={draft.subject ?? ''}
        onChange={({ currentTarget }) => set({ subject: currentTarget.value })}
      />
      <TextInput
        label={t('place')}
        value={draft.location ?? ''}
        onChange={({ currentTarget }) => set({ location: currentTarget.value })}
      />
      <FieldInput
        field={{ label: t('begins'), type: 'instant' }}
        value={draft.at}
        onChange={(at) => set({ at: at as string | undefined })}
      />
      <FieldInput
        field={{ label: t('ends'), type: 'instant' }}
        value={draft.endsAt}
        onChange={(endsAt) => set({ endsAt: endsAt as string | undefined })}
      />
      <FieldInput
        field={{ label: t('colleagues'), type: 'users' }}
        value={draft.userIds}
        onChange={(ids) => set({ userIds: ids as string[] })}
      />
      <FieldInput
        field={{ label: t('otherContacts'), type: 'records', of: 'contact' }}
        value={draft.contactIds}
        onChange={(ids) => set({ contactIds: ids as string[] })}
      />
    </SimpleGrid>
  );
}
