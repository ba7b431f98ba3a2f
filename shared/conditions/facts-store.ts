import { touchSk } from '../contacts/contact-touch.ts';
import { recordKey } from '../core/record.ts';
import { contactFacts, purchasesSk } from '../orders/purchases.ts';
import { getItems } from '../platform/dynamo.ts';
import { riskSk } from '../risk/risk.ts';
import { scoreSk } from '../scoring/score-item.ts';
import { type Condition, dependsOn, type Facts } from './condition.ts';
import { besideContacts, type ConditionKind } from './fields.ts';

type Known = { id: string; workspaceId?: string };

/**
 * What a condition is asked of, by the records' ids: each record, and with contacts what they have bought where the condition
 * names that, or last did, how likely they leave, or their score; then one BatchGet for each 25.
 */
export async function factsFor(
  workspaceId: string,
  kind: ConditionKind,
  condition: Condition,
  records: readonly Known[],
): Promise<Map<string, Facts>> {
  const isBeside = kind === 'contact' && dependsOn(condition).some((path) => besideContacts.includes(path));
  if (!isBeside || records.length === 0) return new Map(records.map((record) => [record.id, record]));
  const keyOf = (id: string) => recordKey(workspaceId, 'contact', id);
  const beside = (id: string) => [purchasesSk, touchSk, riskSk, scoreSk].map((sk) => ({ ...keyOf(id), sk }));
  const borrowed = await getItems(records.flatMap(({ id }) => beside(id)));
  const seen = (record: Known) => ({ record: { ...record, ...keyOf(record.id) }, borrowed, now: '' });
  return new Map(records.map((record) => [record.id, contactFacts(seen(record))]));
}
