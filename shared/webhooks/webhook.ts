import * as z from 'zod';
import { Condition } from '../conditions/condition.ts';
import type { Context } from '../core/actor.ts';
import { AppError } from '../core/errors.ts';
import { idOf, newId } from '../core/ids.ts';
import { mergePatch } from '../core/patch.ts';
import { type Change, defineRecord, type Kept, nextVersion, recordBase } from '../core/record.ts';
import { EventType } from './event-catalogue.ts';
import { WebhookUrl } from './webhook-url.ts';

export const mostWebhooks = 20;
/** How long what was signed before a rotation still verifies. */
export const oldSecretHours = 24;

const events = z
  .array(z.union([z.literal('*'), EventType]))
  .min(1)
  .max(100)
  .describe('What it is told of; `*` is everything.');
const fields = {
  url: WebhookUrl,
  description: z.string().trim().min(1).max(500),
  events,
  condition: Condition.describe(
    'It is told only of records of which this holds at that moment. What is gone for good fulfils none.',
  ),
};
const PausedReason = z
  .enum(['by_hand', 'failing', 'gone'])
  .describe(
    '`by_hand`: somebody paused it. `failing`: nothing reached its target for three days. `gone`: the target answered 410.',
  )
  .meta({ id: 'PausedReason' });

export const Webhook = z.object({
  ...recordBase('webhook'),
  ...fields,
  description: fields.description.optional(),
  condition: fields.condition.optional(),
  status: z.enum(['active', 'paused']),
  pausedReason: PausedReason.optional(),
  pausedAt: z.iso.datetime().optional(),
  /** Who made it, and is told when it is paused. */
  madeBy: idOf('user'),
  secretRotatedAt: z.iso.datetime().optional(),
});
/** A subscription to what happens in a workspace. Its secrets lie beside it, so that no change item ever holds one. */
export type Webhook = z.infer<typeof Webhook>;
export const webhookRecord = defineRecord('webhook', Webhook);

export const NewWebhook = z.strictObject({
  ...fields,
  description: fields.description.optional(),
  condition: fields.condition.optional(),
});
export type NewWebhook = z.infer<typeof NewWebhook>;
/** RFC 7396, but that a condition is replaced as a whole. */
export const WebhookPatch = z.strictObject({
  url: fields.url.optional(),
  description: fields.description.nullable().optional(),
  events: fields.events.optional(),
  condition: fields.condition.nullable().optional(),
  status: z.enum(['active', 'paused']).optional(),
});
export type WebhookPatch = z.infer<typeof WebhookPatch>;

export function createWebhook(given: NewWebhook, { actor, now }: Context): Kept<Webhook> {
  const { workspaceId, id: madeBy } = actor;
  const base = { id: newId('webhook', now), workspaceId, version: 1, createdAt: now, updatedAt: now };
  const after: Webhook = { ...base, ...given, status: 'active', madeBy };
  return { of: webhookRecord, before: undefined, after, events: [] };
}

type Reason = z.infer<typeof PausedReason>;
/** The fields that say whether it is paused, since when and why. */
function standing(webhook: Webhook, status: Webhook['status'], reason: Reason, now: string): Webhook {
  if (status === webhook.status) return webhook;
  const { pausedAt: _, pausedReason: __, ...rest } = webhook;
  return status === 'active' ? { ...rest, status } : { ...rest, status, pausedReason: reason, pausedAt: now };
}

export function patchWebhook(webhook: Webhook, patch: WebhookPatch, { now }: Context): Kept<Webhook> {
  const { status = webhook.status, condition, ...rest } = patch;
  const merged = {
    ...mergePatch(webhook, rest),
    condition: condition === undefined ? webhook.condition : condition,
  };
  const given = { ...merged, condition: merged.condition ?? undefined } as Webhook;
  const after = nextVersion(standing(given, status, 'by_hand', now), {}, now);
  return { of: webhookRecord, before: webhook, after, events: [] };
}

export function pauseWebhook(webhook: Webhook, reason: Reason, now: string): Kept<Webhook> {
  const after = nextVersion(standing(webhook, 'paused', reason, now), {}, now);
  return { of: webhookRecord, before: webhook, after, events: [] };
}

export const rotateWebhook = (webhook: Webhook, { now }: Context): Kept<Webhook> => ({
  of: webhookRecord,
  before: webhook,
  after: nextVersion(webhook, { secretRotatedAt: now }, now),
  events: [],
});

export const deleteWebhook = (webhook: Webhook): Change<Webhook> => ({
  of: webhookRecord,
  before: webhook,
  after: undefined,
  events: [],
});

export const tooManyWebhooks = () =>
  new AppError('conflict', 'too_many_webhooks', `A workspace has at most ${mostWebhooks} webhooks.`);
export const webhookPaused = (id: string) =>
  new AppError('conflict', 'webhook_paused', `The webhook ${id} is paused. Resume it first.`);
