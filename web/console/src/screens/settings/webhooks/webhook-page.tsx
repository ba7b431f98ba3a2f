import { Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil, IconPlayerPlay, IconSend } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '../../../api/client.ts';
import { useMay } from '../../../app/me.ts';
import { useFormats } from '../../../parts/format.ts';
import { Person } from '../../../parts/person.tsx';
import { useToast } from '../../../parts/toast.tsx';
import { SideDrawer } from '../parts/side.tsx';
import { useListed } from '../parts/use-listed.ts';
import { Deliveries } from './deliveries.tsx';
import { webhooksQuery } from './queries.ts';
import { WebhookDanger } from './webhook-danger.tsx';
import { WebhookForm } from './webhook-form.tsx';
import { WebhookStatus } from './webhook-status.tsx';
import type { Webhook } from './webhook-values.ts';
import classes from './webhooks.module.css';

/** A webhook: how it stands, what it was told, and what can be done with it. */
export function WebhookPage({ webhook }: { webhook: Webhook }) {
  const t = useTranslations('settings.webhooks');
  const mayWrite = useMay()('webhooks:write');
  const [tested, setTested] = useState<string>();
  return (
    <Stack gap="lg">
      <Facts webhook={webhook} />
      {mayWrite && <Acts webhook={webhook} onTested={setTested} />}
      {webhook.status === 'paused' && (
        <Text role="status">{t(`pausedWhy.${webhook.pausedReason ?? 'by_hand'}`)}</Text>
      )}
      <Deliveries webhookId={webhook.id} shown={tested} onShown={setTested} />
      {mayWrite && <WebhookDanger webhook={webhook} />}
    </Stack>
  );
}

function Facts({ webhook }: { webhook: Webhook }) {
  const t = useTranslations('settings.webhooks');
  const { moment } = useFormats();
  const { url, description, events, condition, madeBy, createdAt, secretRotatedAt } = webhook;
  return (
    <dl className={classes.facts}>
      <dt>{t('status')}</dt>
      <dd>
        <WebhookStatus webhook={webhook} />
      </dd>
      <dt>{t('url')}</dt>
      <dd>{url}</dd>
      {description && (
        <>
          <dt>{t('description')}</dt>
          <dd>{description}</dd>
        </>
      )}
      <dt>{t('events')}</dt>
      <dd>{events.includes('*') ? t('everything') : events.join(', ')}</dd>
      {condition && (
        <>
          <dt>{t('condition')}</dt>
          <dd>
            <code>{JSON.stringify(condition)}</code>
          </dd>
        </>
      )}
      <dt>{t('madeBy')}</dt>
      <dd>
        <Group gap={6}>
          <Person id={madeBy} withName /> <span>{moment(createdAt)}</span>
        </Group>
      </dd>
      {secretRotatedAt && (
        <>
          <dt>{t('rotatedAt')}</dt>
          <dd>{moment(secretRotatedAt)}</dd>
        </>
      )}
    </dl>
  );
}

function Acts({ webhook, onTested }: { webhook: Webhook; onTested: (deliveryId: string) => void }) {
  const t = useTranslations('settings.webhooks');
  const common = useTranslations('common');
  const client = useQueryClient();
  const toast = useToast();
  const webhooks = useListed<Webhook>(webhooksQuery.queryKey);
  const [isEditing, { open, close }] = useDisclosure();
  const path = { webhookId: webhook.id };
  const testing = useMutation({
    mutationFn: () => api().testWebhook({ path }),
    onSuccess: ({ id }) => {
      onTested(id);
      void client.invalidateQueries({ queryKey: ['deliveries', webhook.id] });
    },
    onError: toast.failed,
  });
  const resuming = useMutation({
    mutationFn: () => api().resumeWebhook({ path }),
    onSuccess: (resumed) => {
      webhooks.put(resumed);
      toast.done({ message: t('resumed') });
    },
    onError: toast.failed,
  });
  return (
    <Group gap="xs">
      {webhook.status === 'paused' && (
        <Button
          leftSection={<IconPlayerPlay size={16} aria-hidden />}
          onClick={() => resuming.mutate()}
          loading={resuming.isPending}
        >
          {t('resume')}
        </Button>
      )}
      <Button
        variant="default"
        leftSection={<IconSend size={16} aria-hidden />}
        onClick={() => testing.mutate()}
        loading={testing.isPending}
      >
        {t('test')}
      </Button>
      <Button variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={open}>
        {common('edit')}
      </Button>
      <SideDrawer title={t('editTitle')} opened={isEditing} onClose={close}>
        <WebhookForm
          webhook={webhook}
          done={() => {
            close();
            toast.done({ message: t('saved') });
          }}
        />
      </SideDrawer>
    </Group>
  );
}
