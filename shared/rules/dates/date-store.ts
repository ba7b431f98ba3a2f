import { nameOf } from '../../core/projection.ts';
import { recordKey } from '../../core/record.ts';
import type { Write } from '../../platform/commit.ts';
import { getItem, getItems, queryItems } from '../../platform/dynamo.ts';
import { versionConflict } from '../../platform/record-store.ts';
import { catalogueKey, catalogueOf, walkedKey, walkedOf } from '../../segments/catalogue.ts';
import { type SegmentKind, segmentKinds } from '../../segments/segment-kinds.ts';
import { datesWrite } from '../../segments/segment-store.ts';
import type { DateTrigger, Trigger } from '../trigger.ts';
import { datedPk } from './date-entries.ts';
import { daysMeant, type Turn } from './date-turn.ts';
import { type DateMark, datedSk, dateMarkOf } from './dated.ts';

type OfRule = { workspaceId: string; id: string };
const markKey = ({ workspaceId, id }: OfRule) => ({
  pk: recordKey(workspaceId, 'rule', id).pk,
  sk: datedSk,
});
/** RULE-DATE-2: which day a rule comes to next; one GetItem. */
export const readMark = async (rule: OfRule): Promise<DateMark | undefined> =>
  dateMarkOf(await getItem(markKey(rule)));

/** Stores the mark, if nobody has since the one before was read; else `version_conflict`. */
export function markWrite(rule: OfRule, before: DateMark | undefined, after: DateMark): Write {
  const guard = before
    ? { ConditionExpression: 'version = :before', ExpressionAttributeValues: { ':before': before.version } }
    : { ConditionExpression: 'attribute_not_exists(pk)' };
  const Item = { ...after, ...markKey(rule), workspaceId: rule.workspaceId };
  return { action: { Put: { Item, ...guard } }, refused: () => versionConflict('turn of', rule.id) };
}
/** It goes with its rule. */
export const markGoes = (rule: OfRule): Write => ({ action: { Delete: { Key: markKey(rule) } } });

const isDated = (trigger: Trigger): trigger is DateTrigger => trigger.on === 'date';
/**
 * What has every kind's records lie by the days that these rules ask for, for the transaction in which they become the live ones; of
 * `kinds`, whose rules have changed. A GetItem a kind.
 */
export async function indexWrites(
  workspaceId: string,
  triggers: readonly Trigger[],
  kinds: readonly SegmentKind[] = segmentKinds,
): Promise<Write[]> {
  const dated = triggers.filter(isDated);
  const all = await Promise.all(
    kinds.map((kind) =>
      datesWrite(
        workspaceId,
        kind,
        dated.filter((one) => one.kind === kind),
      ),
    ),
  );
  return all.flat();
}

/** Whether every record of the kind was looked at since it lies by the day of this field; one BatchGet. */
export async function isIndexed(
  workspaceId: string,
  { kind, field, yearly }: Pick<DateTrigger, 'kind' | 'field' | 'yearly'>,
): Promise<boolean> {
  const [catalogue, walked] = [catalogueKey(workspaceId, kind), walkedKey(workspaceId, kind)];
  const items = await getItems([catalogue, walked]);
  const { dates } = catalogueOf(items.get(nameOf(catalogue)));
  const own = dates.find((one) => one.field === field && one.yearly === yearly);
  return own !== undefined && own.since <= walkedOf(items.get(nameOf(walked))).version;
}

const mostAPage = 25;
type Found = { id: string; place: string };
/** RULE-DATE-1: for whom a turn is, behind a place of the day's index; one Query a page. */
export async function meantOn(
  workspaceId: string,
  trigger: DateTrigger,
  turn: Pick<Turn, 'day'>,
  after: string | undefined,
): Promise<{ found: Found[]; isAll: boolean }> {
  const days = daysMeant(turn, trigger);
  const range = { from: after ? `${after} ` : `${days[0]}#`, to: `${days.at(-1)}#~` };
  const pk = datedPk({ workspaceId, kind: trigger.kind }, trigger);
  const { items, last } = await queryItems({ pk, ...range, limit: mostAPage });
  return { found: items.map(({ id, sk }) => ({ id: String(id), place: sk })), isAll: last === undefined };
}
