import { isIPv6 } from 'node:net';
import { AppError } from '../core/errors.ts';
import type { Key } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';
import { updateItem } from '../platform/dynamo.ts';
import { sign } from '../platform/secret.ts';
import type { Form } from './form.ts';

const minuteMs = 60_000;
/** One item takes 1,000 writes a second (DynamoDB, "Partition throughput"); beyond half of that a counter has several. */
const mostPerSlot = 30_000;
const keptS = 3600;

/** A household is one sender: the /64 of an IPv6 address, of which a single machine may choose any. */
function household(address: string): string {
  if (!isIPv6(address)) return address;
  if (address.includes('.')) return address.slice(address.lastIndexOf(':') + 1);
  const [head = '', tail = ''] = address.toLowerCase().split('::');
  const [front, back] = [head, tail].map((part) => part.split(':').filter(Boolean));
  const missing = address.includes('::') ? 8 - (front?.length ?? 0) - (back?.length ?? 0) : 0;
  const groups = [...(front ?? []), ...Array(missing).fill('0'), ...(back ?? [])];
  return groups.slice(0, 4).join(':');
}

async function countUp(key: Key, now: string): Promise<number> {
  const { used } = await updateItem(key, {
    UpdateExpression: 'ADD used :one SET expiresAt = :expires',
    ExpressionAttributeValues: { ':one': 1, ':expires': Math.floor(Date.parse(now) / 1000) + keptS },
  });
  return Number(used);
}

/** `over`: how many came in this minute beyond the limit. */
export class OverLimit extends AppError {
  readonly over: number;
  constructor(over: number, retryAfterS: number) {
    super('rate_limited', 'too_many_submissions', 'Too many at once; try again in a minute.', {
      retryAfterS,
    });
    this.over = over;
  }
}

function assertBelow(used: number, limit: number, now: string): void {
  if (used <= limit) return;
  const left = minuteMs - (Date.parse(now) % minuteMs);
  throw new OverLimit(used - limit, Math.max(1, Math.ceil(left / 1000)));
}

type Counted = 'submissions' | 'views';
const counterKey = ({ workspaceId, id }: Form, of: Counted, now: string, rest: string): Key => ({
  pk: `${workspacePk(workspaceId)}#RATE#${id}#${of}#${rest}#${now.slice(0, 16)}`,
  sk: 'RATE',
});

/**
 * SUBMISSION-2, one UpdateItem: counts against what an address may send in this minute; throws `too_many_submissions` (429) beyond it. No
 * address is stored, only its HMAC, and that for an hour.
 */
export async function admitAddress(form: Form, of: Counted, address: string, now: string): Promise<void> {
  const hash = await sign('address', `${form.id}\n${household(address)}\n${now.slice(0, 10)}`);
  const used = await countUp(counterKey(form, of, now, `A#${hash.toString('base64url')}`), now);
  assertBelow(used, form.limits.perAddressPerMinute, now);
}

/** One UpdateItem: the same for the form as a whole. A counter of much traffic has several items, each with its share. */
export async function admitForm(form: Form, of: Counted, now: string): Promise<void> {
  const { perFormPerMinute } = form.limits;
  const slots = Math.ceil(perFormPerMinute / mostPerSlot);
  const used = await countUp(counterKey(form, of, now, `F#${Math.floor(Math.random() * slots)}`), now);
  assertBelow(used, Math.ceil(perFormPerMinute / slots), now);
}
