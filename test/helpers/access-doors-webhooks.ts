import { newDelivery } from '../../shared/webhooks/delivery.ts';
import { deliveryItem } from '../../shared/webhooks/delivery-store.ts';
import { acme, globex, monday } from '../fixtures/ids.ts';
import { type Door, trial } from './access-doors.ts';
import { one, whole } from './access-doors-settings.ts';
import { hasPermission, missing, type RecordClass, unknown } from './access-oracle.ts';
import { freshSetting, type Where } from './access-settings.ts';
import { putItem } from './access-world.ts';

/** A webhook with a delivery that failed. */
async function delivery(whose: RecordClass) {
  const webhookId = await freshSetting('webhook', whose as Where);
  const workspaceId = whose === 'own' ? acme : globex;
  const happened = { workspaceId, eventId: 'ch_1.0', type: 'deal.created', at: monday, data: {} };
  const made = newDelivery(webhookId, happened, monday);
  if (whose !== 'never') await putItem(deliveryItem({ ...made, status: 'failed', reason: 'refused' }));
  return { webhookId, deliveryId: made.id };
}
const ofDelivery = (needs: string): Door =>
  trial({
    at: ['own', 'elsewhere', 'never'],
    aim: async (whose) => ({ params: await delivery(whose) }),
    verdict: (person, whose) => {
      if (!hasPermission(person, needs)) return missing;
      return whose === 'own' ? 'ok' : unknown('webhook');
    },
  });

/** Doors to webhooks, and to what happened. */
export const webhookDoors: Record<string, Door> = {
  /** For everybody who is signed in: what comes is of what is in reach (test/integration/changes/changes-in-reach.test.ts). */
  listChanges: trial({ at: ['own'], aim: () => ({}), verdict: () => 'ok' }),
  createWebhook: whole('webhooks:write'),
  listWebhooks: whole('webhooks:read'),
  getWebhook: one('webhooks:read', 'webhook'),
  patchWebhook: one('webhooks:write', 'webhook', { fresh: {} }),
  deleteWebhook: one('webhooks:write', 'webhook', { fresh: {} }),
  rotateWebhookSecret: one('webhooks:write', 'webhook', { fresh: {} }),
  resumeWebhook: one('webhooks:write', 'webhook', { fresh: { status: 'paused' } }),
  testWebhook: one('webhooks:write', 'webhook', { fresh: {} }),
  listWebhookDeliveries: one('webhooks:read', 'webhook'),
  getWebhookDelivery: ofDelivery('webhooks:read'),
  redeliver: ofDelivery('webhooks:write'),
};
