import { Button } from '@mantine/core';
import { IconInbox, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Mailbox } from '../../../../../client/src/index.ts';
import { useMay } from '../../../app/me.ts';
import { Empty } from '../../../parts/empty.tsx';
import { mailboxesQuery } from '../forms/queries.ts';
import { Loaded } from '../parts/loaded.tsx';
import { SettingsPart } from '../parts/settings-part.tsx';
import { SideDrawer } from '../parts/side.tsx';
import { type Column, RowName, SettingsTable } from '../parts/table.tsx';
import { useOpened } from '../parts/use-opened.ts';
import { MailboxForm } from './mailbox-form.tsx';
import { SendingDomainPanel } from './sending-domain.tsx';

/** The addresses that the company listens at, and how the domain stands that it writes from. */
export function MailboxesPart() {
  const t = useTranslations('settings.mailboxes');
  const may = useMay();
  const mailboxes = useQuery(mailboxesQuery);
  const one = useOpened<Mailbox | undefined>();
  const add = may('mail:write') && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => one.open(undefined)}>
      {t('add')}
    </Button>
  );
  const columns: Column<Mailbox>[] = [
    {
      key: 'address',
      label: t('address'),
      cell: (mailbox) => (
        <RowName onOpen={() => one.open(mailbox)} narrow={mailbox.name}>
          {mailbox.address}
        </RowName>
      ),
    },
    { key: 'name', label: t('name'), isWide: true, cell: ({ name }) => name },
  ];
  return (
    <SettingsPart id="mailboxes" actions={add}>
      <Loaded query={mailboxes}>
        {(all) =>
          all.length > 0 ? (
            <SettingsTable label={t('title')} columns={columns} rows={all} keyOf={({ id }) => id} />
          ) : (
            <Empty icon={IconInbox} title={t('none')}>
              {t('noneWhy')}
            </Empty>
          )
        }
      </Loaded>
      <SendingDomainPanel />
      <SideDrawer title={one.shown?.address ?? t('add')} opened={one.isOpen} onClose={one.close}>
        <MailboxForm key={one.shown?.id ?? 'new'} mailbox={one.shown} done={one.close} />
      </SideDrawer>
    </SettingsPart>
  );
}
