import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { RotateWebhookSecretResponse } from '../../../../../client/src/index.ts';
import { api } from '../../../api/client.ts';
import { useFormats } from '../../../parts/format.ts';
import { useToast } from '../../../parts/toast.tsx';
import { Danger, DangerZone } from '../parts/danger.tsx';
import { Secret } from '../parts/secret.tsx';
import { useListed } from '../parts/use-listed.ts';
import { useOpened } from '../parts/use-opened.ts';
import { webhooksQuery } from './queries.ts';
import type { Webhook } from './webhook-values.ts';

/** How a webhook is paused, given another secret, and deleted. */
export function WebhookDanger({ webhook }: { webhook: Webhook }) {
  const t = useTranslations('settings.webhooks');
  const common = useTranslations('common');
  const webhooks = useListed<Webhook>(webhooksQuery.queryKey);
  const toast = useToast();
  const navigate = useNavigate();
  const { moment } = useFormats();
  const rotated = useOpened<RotateWebhookSecretResponse>();
  const path = { webhookId: webhook.id };
  return (
    <DangerZone title={t('danger')}>
      {webhook.status === 'active' && (
        <Danger
          about={t('pauseWhy')}
          title={t('pauseTitle')}
          action={t('pause')}
          why={t('pauseMore')}
          run={async () => webhooks.put(await api().patchWebhook({ path, body: { status: 'paused' } }))}
          done={() => toast.done({ message: t('paused') })}
        />
      )}
      <Danger
        about={t('rotateWhy')}
        title={t('rotateTitle')}
        action={t('rotate')}
        why={t('rotateMore')}
        run={async () => {
          const answer = await api().rotateWebhookSecret({ path });
          const { secret: _, secretShown: __, oldSecretUntil: ___, ...rest } = answer; // kept nowhere
          webhooks.put(rest);
          rotated.open(answer);
        }}
      />
      <Danger
        about={t('deleteWhy')}
        title={t('deleteTitle')}
        action={common('delete')}
        why={t('deleteMore')}
        run={() => api().deleteWebhook({ path })}
        done={async () => {
          await navigate({ to: '/settings/$part', params: { part: 'webhooks' }, search: {} });
          webhooks.remove(webhook.id);
        }}
      />
      <Secret
        title={t('secretTitle')}
        secret={rotated.shown?.secret}
        opened={rotated.isOpen}
        onClose={rotated.close}
      >
        {rotated.shown?.oldSecretUntil
          ? t('oldUntil', { until: moment(rotated.shown.oldSecretUntil) })
          : t('secretWhy')}
      </Secret>
    </DangerZone>
  );
}
