import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus, IconWebhook } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { CreateWebhookResponse } from '../../../../../client/src/index.ts';
import { useMay } from '../../../app/me.ts';
import { Empty } from '../../../parts/empty.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Secret } from '../parts/secret.tsx';
import { SettingsPart } from '../parts/settings-part.tsx';
import { SideDrawer } from '../parts/side.tsx';
import { type Column, RowName, SettingsTable } from '../parts/table.tsx';
import { useOpened } from '../parts/use-opened.ts';
import { webhooksQuery } from './queries.ts';
import { WebhookForm } from './webhook-form.tsx';
import { WebhookPage } from './webhook-page.tsx';
import { WebhookStatus } from './webhook-status.tsx';
import type { Webhook } from './webhook-values.ts';

/** Where what happens is posted to. */
export function WebhooksPart() {
  const t = useTranslations('settings.webhooks');
  const may = useMay();
  const { webhook: chosen } = useSearch({ strict: false }) as { webhook?: string };
  const webhooks = useQuery(webhooksQuery);
  const [isMaking, { open, close }] = useDisclosure();
  const made = useOpened<CreateWebhookResponse>();
  const one = webhooks.data?.find(({ id }) => id === chosen);
  const add = may('webhooks:write') && !one && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>
      {t('add')}
    </Button>
  );
  return (
    <SettingsPart id="webhooks" actions={add} {...(one && { one: new URL(one.url).host })}>
      <Loaded query={webhooks}>
        {(all) => {
          if (one) return <WebhookPage key={one.id} webhook={one} />;
          if (all.length > 0) return <WebhooksTable webhooks={all} />;
          return (
            <Empty icon={IconWebhook} title={t('none')}>
              {t('noneWhy')}
            </Empty>
          );
        }}
      </Loaded>
      <SideDrawer title={t('add')} opened={isMaking} onClose={close}>
        <WebhookForm
          done={(webhook) => {
            close();
            made.open(webhook);
          }}
        />
      </SideDrawer>
      <Secret title={t('secretTitle')} secret={made.shown?.secret} opened={made.isOpen} onClose={made.close}>
        {t('secretWhy')}
      </Secret>
    </SettingsPart>
  );
}

function WebhooksTable({ webhooks }: { webhooks: Webhook[] }) {
  const t = useTranslations('settings.webhooks');
  const eventsOf = ({ events }: Webhook) =>
    events.includes('*')
      ? t('everything')
      : t('eventCount', { count: events.length, first: events[0] ?? '' });
  const columns: Column<Webhook>[] = [
    {
      key: 'url',
      label: t('url'),
      cell: (webhook) => (
        <RowName
          link={{ part: 'webhooks', search: { webhook: webhook.id } }}
          below={webhook.description}
          narrow={eventsOf(webhook)}
        >
          {webhook.url}
        </RowName>
      ),
    },
    { key: 'events', label: t('events'), isWide: true, cell: eventsOf },
    { key: 'status', label: t('status'), cell: (webhook) => <WebhookStatus webhook={webhook} /> },
  ];
  return <SettingsTable label={t('title')} columns={columns} rows={webhooks} keyOf={({ id }) => id} />;
}
