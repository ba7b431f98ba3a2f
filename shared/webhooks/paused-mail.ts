import type { Webhook } from './webhook.ts';

const why = {
  failing: 'Nothing has reached its target for three days.',
  gone: 'Its target answered that it is gone for good (410).',
  by_hand: 'Somebody paused it.',
};

/** What whoever made a webhook is told. Of its URL the host alone: the rest may hold a token. */
export function pausedMail({ id, url, description, pausedReason = 'by_hand' }: Webhook) {
  const { host } = new URL(url);
  const text = [
    `The webhook to ${host} is paused. ${why[pausedReason]}`,
    '',
    ...(description ? [`Description: ${description}`] : []),
    `Webhook: ${id}`,
    '',
    `Its log says what the target answered: GET /v1/webhooks/${id}/deliveries`,
    `Once the target is mended, resume it: POST /v1/webhooks/${id}/resume`,
    'What happened meanwhile is in the change feed (GET /v1/changes), and each delivery that failed can be sent again.',
  ].join('\n');
  return { subject: `The webhook to ${host} is paused`, text };
}
