import type { Projection } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';
import { Webhook } from './webhook.ts';

/** WEBHOOK-2: a workspace's webhooks by the moment they were made. */
export const webhookListPk = (workspaceId: string) => `${workspacePk(workspaceId)}#LIST#WEBHOOK`;

export const webhookProjection: Projection = {
  definition: 1,
  project({ record }) {
    const { workspaceId, id, createdAt } = Webhook.parse(record);
    const listed = { pk: webhookListPk(workspaceId), sk: `${createdAt}#${id}`, of: 'webhook', id };
    return { entries: [listed], counters: {} };
  },
};
