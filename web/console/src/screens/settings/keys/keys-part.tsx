import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { CreateKeyResponse } from '../../../../../client/src/index.ts';
import { api } from '../../../api/client.ts';
import { useMay } from '../../../app/me.ts';
import { Empty } from '../../../parts/empty.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Secret } from '../parts/secret.tsx';
import { SettingsPart } from '../parts/settings-part.tsx';
import { SideDrawer } from '../parts/side.tsx';
import { useOpened } from '../parts/use-opened.ts';
import { KeyForm } from './key-form.tsx';
import { KeysTable } from './keys-table.tsx';

/** Of all users, those that have ended too: few, since a user has at most twenty that work. */
const keysQuery = queryOptions({
  queryKey: ['keys'],
  queryFn: () => Array.fromAsync(api().all('listKeys', { query: { limit: 100 } })),
});

/** The keys by which programs come in. */
export function KeysPart() {
  const t = useTranslations('settings.keys');
  const may = useMay();
  const keys = useQuery(keysQuery);
  const [isMaking, { open, close }] = useDisclosure();
  const made = useOpened<CreateKeyResponse>();
  const add = may('keys:write') && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>
      {t('add')}
    </Button>
  );
  return (
    <SettingsPart id="keys" actions={add}>
      <Loaded query={keys}>
        {(all) =>
          all.length > 0 ? (
            <KeysTable keys={all} />
          ) : (
            <Empty icon={IconKey} title={t('none')}>
              {t('noneWhy')}
            </Empty>
          )
        }
      </Loaded>
      <SideDrawer title={t('add')} opened={isMaking} onClose={close}>
        <KeyForm
          done={(key) => {
            close();
            made.open(key);
          }}
        />
      </SideDrawer>
      <Secret
        title={t('madeTitle', { name: made.shown?.name ?? '' })}
        secret={made.shown?.key}
        opened={made.isOpen}
        onClose={made.close}
      >
        {t('madeWhy')}
      </Secret>
    </SettingsPart>
  );
}
