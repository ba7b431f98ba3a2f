import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Contribution, Item, Key } from '../core/projection.ts';
import { type TransactItem, tableName } from './dynamo.ts';

/**
 * What the projector keeps beside a record: what it contributes, by which definition, and the versions that were looked
 * at (`''`: no record). `revision` counts its writes and never restarts, whatever becomes of the record.
 */
export type StoredContribution = Contribution & { definition: number; versions: string; revision: number };

/** A partition of its own, so that the record's page does not pay to read it. */
export const contributionKey = ({ pk, sk }: Key): Key => ({ pk: `${pk}#${sk}`, sk: 'CONTRIBUTION' });
const none: StoredContribution = { entries: [], counters: {}, definition: 0, versions: '', revision: 0 };

const secondsKept = 7 * 86_400;
const mostBytes = 350_000; // an item holds 400 KB

export function contributionOf(item: Item | undefined): StoredContribution {
  if (!item) return none;
  const [entries, counters] = JSON.parse(inflateRawSync(item.body as Uint8Array).toString());
  const { definition, versions, revision } = item as unknown as StoredContribution;
  return { entries, counters, definition, versions, revision };
}

/**
 * Moves a record's contribution on, if it is still the one that the difference was computed from. That of a deleted
 * record stays as a tombstone until no projector that read it can be alive: were it deleted, a late projector's
 * `attribute_not_exists` would hold again and bring a deleted record's entries back.
 */
export function contributionPut(
  record: Key,
  from: StoredContribution,
  to: Omit<StoredContribution, 'revision'>,
  now: Date,
) {
  const gone = to.versions === '' && to.entries.length === 0 && Object.keys(to.counters).length === 0;
  // Entries of one record have nearly one key, so the body deflates to a fifth; it is billed by the KB at each write.
  const body = deflateRawSync(JSON.stringify([to.entries, to.counters]));
  if (body.length > mostBytes) throw new Error(`The contribution of ${record.pk} has ${body.length} bytes`);
  return {
    Put: {
      TableName: tableName(),
      Item: {
        ...contributionKey(record),
        definition: to.definition,
        versions: to.versions,
        revision: from.revision + 1,
        body,
        ...(gone && { expiresAt: Math.floor(now.getTime() / 1000) + secondsKept }),
      },
      ...(from.revision === 0
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: 'revision = :revision',
            ExpressionAttributeValues: { ':revision': from.revision },
          }),
    },
  } satisfies TransactItem;
}
