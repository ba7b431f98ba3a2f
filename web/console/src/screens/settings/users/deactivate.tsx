import { Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { User } from '../../../../../client/src/index.ts';
import { api } from '../../../api/client.ts';
import { useUsers } from '../../../api/people.ts';
import { useToast } from '../../../parts/toast.tsx';
import { Danger } from '../parts/danger.tsx';
import { useWrittenUser } from './use-written-user.ts';

/** Shuts somebody out, and says who gets what they have open. */
export function Deactivate({ user: { id, name } }: { user: User }) {
  const t = useTranslations('settings.users');
  const toast = useToast();
  const written = useWrittenUser();
  const [to, setTo] = useState<string | null>(null);
  const heirs = useUsers()
    .filter((user) => user.id !== id && user.status === 'active')
    .map((user) => ({ value: user.id, label: user.name }));
  const why = (
    <Stack gap="md">
      <Text>{t('deactivateMore')}</Text>
      <Select
        label={t('handTo')}
        description={t('handToWhy')}
        placeholder={t('handToNobody')}
        data={heirs}
        value={to}
        onChange={setTo}
        clearable
        searchable
        comboboxProps={{ zIndex: 500 }}
      />
    </Stack>
  );
  return (
    <Danger
      about={t('deactivateWhy')}
      title={t('deactivateTitle', { name })}
      action={t('deactivate')}
      why={why}
      run={async () =>
        written(await api().deactivateUser({ path: { userId: id }, body: { reassignTo: to } }))
      }
      done={() => toast.done({ message: t('deactivated', { name }) })}
    />
  );
}
