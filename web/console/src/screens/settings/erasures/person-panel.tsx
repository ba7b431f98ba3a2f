import { Group, List, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Contact } from '../../../../../client/src/index.ts';
import { api } from '../../../api/client.ts';
import { type AnyRecord, titleOf } from '../../../api/kinds.ts';
import { forget, recordQuery } from '../../../api/records.ts';
import { useMay } from '../../../app/me.ts';
import { RecordLink } from '../../../parts/record-link.tsx';
import { Danger } from '../parts/danger.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Archive } from './archive.tsx';
import classes from './erasures.module.css';

type Props = { contactId: string; onErased: (erasureId: string) => void };

/** Somebody whose data is asked for, or to go: what is handed out, what goes and what stays. */
export function PersonPanel({ contactId, onErased }: Props) {
  const contact = useQuery(recordQuery('contact', contactId));
  return (
    <div className={classes.panel}>
      <Loaded query={contact}>{(data) => <Person contact={data} onErased={onErased} />}</Loaded>
    </div>
  );
}

function Person({ contact, onErased }: { contact: Contact; onErased: (erasureId: string) => void }) {
  const t = useTranslations('settings.erasures');
  const may = useMay();
  const { id, emails = [] } = contact;
  return (
    <Stack gap="lg">
      <Group justify="space-between">
        <Text fw={600}>
          <RecordLink kind="contact" id={id} />
        </Text>
        <Text c="var(--rapport-quiet)">{emails.map(({ address }) => address).join(', ')}</Text>
      </Group>
      {may('contacts:export') && <Archive contactId={id} />}
      {may('erasures:write') && (
        <section>
          <Title order={3}>{t('eraseHead')}</Title>
          <WhatGoes />
          <Erase contact={contact} onErased={onErased} />
        </section>
      )}
    </Stack>
  );
}

const goes = ['contact', 'writings', 'files', 'history', 'others'] as const;
const stays = ['sums', 'contracts', 'wishes', 'blocked', 'log', 'backups'] as const;
function WhatGoes() {
  const t = useTranslations('settings.erasures');
  return (
    <div className={classes.lists}>
      <div>
        <Text fw={600}>{t('goesHead')}</Text>
        <List size="md" spacing={4} mt={4}>
          {goes.map((what) => (
            <List.Item key={what}>{t(`goes.${what}`)}</List.Item>
          ))}
        </List>
      </div>
      <div>
        <Text fw={600}>{t('staysHead')}</Text>
        <List size="md" spacing={4} mt={4}>
          {stays.map((what) => (
            <List.Item key={what}>{t(`stays.${what}`)}</List.Item>
          ))}
        </List>
      </div>
    </div>
  );
}

/** The ledger knows of it within a second. */
const caughtUpMs = 1500;

function Erase({ contact, onErased }: { contact: Contact; onErased: (erasureId: string) => void }) {
  const t = useTranslations('settings.erasures');
  const client = useQueryClient();
  const name = titleOf('contact', contact as unknown as AnyRecord);
  return (
    <Danger
      about={t('eraseWhy')}
      title={t('eraseTitle', { name })}
      action={t('erase')}
      why={t('eraseMore')}
      typed={name}
      run={async () => {
        const { id } = await api().eraseContact({ path: { contactId: contact.id } });
        forget(client, 'contact', contact.id);
        setTimeout(() => void client.invalidateQueries({ queryKey: ['erasures'] }), caughtUpMs);
        onErased(id);
      }}
    />
  );
}
