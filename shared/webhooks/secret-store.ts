import * as z from 'zod';
import type { Item, Key } from '../core/projection.ts';
import { recordKey } from '../core/record.ts';
import type { Write } from '../platform/commit.ts';
import { getItem } from '../platform/dynamo.ts';
import { seal, unseal } from '../platform/seal.ts';
import { oldSecretHours, type Webhook } from './webhook.ts';

/** What a webhook signs with: in an item beside the record, sealed, so that no answer, change item or archive holds it. */
const Secrets = z.object({
  current: z.string(),
  /** The one before, which signs too until then. */
  old: z.object({ sealed: z.string(), until: z.iso.datetime() }).optional(),
});

type Named = Pick<Webhook, 'workspaceId' | 'id'>;
export const secretsKey = ({ workspaceId, id }: Named): Key => ({
  pk: recordKey(workspaceId, 'webhook', id).pk,
  sk: 'SECRETS',
});
const ownerOf = ({ workspaceId, id }: Named) => `${workspaceId}\n${id}`;
const purpose = 'webhook';

/** The first secret, to be stored with a new webhook. */
export async function firstSecret(webhook: Named, text: string): Promise<Write> {
  const current = await seal(purpose, ownerOf(webhook), text);
  return { action: { Put: { Item: { ...secretsKey(webhook), current } } } };
}

/** Another secret; the one before it signs too for a day, one from before that no more. The record's version guards the write. */
export async function nextSecret(
  webhook: Named,
  text: string,
  now: string,
): Promise<Write & { until: string }> {
  const { current: sealed } = Secrets.parse(await getItem(secretsKey(webhook)));
  const until = new Date(Date.parse(now) + oldSecretHours * 3_600_000).toISOString();
  const current = await seal(purpose, ownerOf(webhook), text);
  const Item = { ...secretsKey(webhook), current, old: { sealed, until } };
  return { action: { Put: { Item } }, until };
}

/** The secrets that sign at a moment, the newest first. */
export async function openSecrets(webhook: Named, item: Item | undefined, now: string): Promise<string[]> {
  const { current, old } = Secrets.parse(item);
  const sealed = old && old.until > now ? [current, old.sealed] : [current];
  return Promise.all(sealed.map((one) => unseal(purpose, ownerOf(webhook), one)));
}

export const secretsGone = (webhook: Named): Write => ({ action: { Delete: { Key: secretsKey(webhook) } } });
