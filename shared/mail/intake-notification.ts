import * as z from 'zod';
import type { Delivery } from './intake.ts';

const Verdict = z.object({ status: z.string() }).optional();
/** What SES tells by SNS of a message that it received and put into the bucket (docs.aws.amazon.com/ses, "contents of notifications"). */
const Received = z.object({
  notificationType: z.literal('Received'),
  mail: z.object({ timestamp: z.string(), source: z.string().optional() }),
  receipt: z.object({
    timestamp: z.string().optional(),
    recipients: z.array(z.string()).min(1),
    spamVerdict: Verdict,
    virusVerdict: Verdict,
    spfVerdict: Verdict,
    dkimVerdict: Verdict,
    dmarcVerdict: Verdict,
    dmarcPolicy: z.string().optional(),
    action: z.object({ objectKey: z.string().min(1), objectKeyPrefix: z.string().optional() }),
  }),
});

/** Asks for a message once more: one that the daily listing found without an outcome, or a failed one that a person retries. */
const Reconcile = z.object({ reconcile: z.string(), at: z.iso.datetime() });
const Retry = z.object({ retry: z.object({ workspaceId: z.string(), intakeId: z.string() }) });
/** Goes on with a listing of the bucket where an earlier run had to stop. */
const ContinueListing = z.object({ listing: z.object({ time: z.iso.datetime() }) });

export type MailMessage =
  | { kind: 'delivery'; delivery: Delivery }
  | { kind: 'reconcile'; rawKey: string; at: string }
  | { kind: 'retry'; workspaceId: string; intakeId: string }
  | { kind: 'listing'; time: string }
  | { kind: 'other'; type: string };

function keyOf({ objectKey, objectKeyPrefix = '' }: z.infer<typeof Received>['receipt']['action']): string {
  return objectKey.startsWith(objectKeyPrefix) ? objectKey : objectKeyPrefix + objectKey;
}

function deliveryOf({ mail, receipt }: z.infer<typeof Received>): Delivery {
  const { spamVerdict, virusVerdict, spfVerdict, dkimVerdict, dmarcVerdict, dmarcPolicy } = receipt;
  const verdicts = {
    spam: spamVerdict?.status,
    virus: virusVerdict?.status,
    spf: spfVerdict?.status,
    dkim: dkimVerdict?.status,
    dmarc: dmarcVerdict?.status,
    dmarcPolicy,
  };
  return {
    rawKey: keyOf(receipt.action),
    at: new Date(receipt.timestamp ?? mail.timestamp).toISOString(),
    recipients: receipt.recipients,
    envelopeFrom: mail.source,
    verdicts: Object.fromEntries(Object.entries(verdicts).filter(([, value]) => value !== undefined)),
  };
}

const Envelope = z.object({ Type: z.literal('Notification'), Message: z.string() });
/** Of a message by SNS what is in it: JSON, or a plain sentence, with which SES tries out a topic. */
const unwrapped = (body: unknown): unknown => {
  const envelope = Envelope.safeParse(body);
  if (!envelope.success) return body;
  const { Message } = envelope.data;
  return /^\s*\{/.test(Message) ? JSON.parse(Message) : Message;
};
const typeOf = (body: unknown) =>
  String((body as { notificationType?: unknown } | null)?.notificationType ?? 'unknown');

/** What a message of the mail queue asks for. Throws where it says that it is a received mail and is not understood. */
export function mailMessageOf(body: unknown): MailMessage {
  const inner = unwrapped(body);
  const [reconcile, retry, listing] = [Reconcile, Retry, ContinueListing].map((one) => one.safeParse(inner));
  if (reconcile?.success) {
    const { reconcile: rawKey, at } = Reconcile.parse(inner);
    return { kind: 'reconcile', rawKey, at };
  }
  if (retry?.success) return { kind: 'retry', ...Retry.parse(inner).retry };
  if (listing?.success) return { kind: 'listing', ...ContinueListing.parse(inner).listing };
  if (typeOf(inner) !== 'Received') return { kind: 'other', type: typeOf(inner) };
  return { kind: 'delivery', delivery: deliveryOf(Received.parse(inner)) };
}
