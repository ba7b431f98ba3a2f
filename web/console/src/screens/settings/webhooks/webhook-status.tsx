import { useTranslations } from 'use-intl';
import { Status } from '../../../parts/status.tsx';
import type { Delivery, Webhook } from './webhook-values.ts';

export function WebhookStatus({ webhook: { status, pausedReason } }: { webhook: Webhook }) {
  const t = useTranslations('settings.webhooks.is');
  if (status === 'active') return <Status tone="good">{t('active')}</Status>;
  return <Status tone={pausedReason === 'by_hand' ? 'off' : 'bad'}>{t(pausedReason ?? 'by_hand')}</Status>;
}

const tones = { pending: 'waiting', retrying: 'waiting', delivered: 'good', failed: 'bad' } as const;
export function DeliveryStatus({ status }: { status: Delivery['status'] }) {
  const t = useTranslations('settings.webhooks.delivery');
  return <Status tone={tones[status]}>{t(status)}</Status>;
}
