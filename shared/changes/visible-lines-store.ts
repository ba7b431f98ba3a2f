import { hiddenInChanges } from '../audit/audit-entry.ts';
import { type Actor, mayReadSetting } from '../core/actor.ts';
import { kindOfId } from '../core/ids.ts';
import { type GovernedKind, governedKinds, type SettingPermission } from '../core/policy.ts';
import { type Item, type Key, nameOf } from '../core/projection.ts';
import { recordKey } from '../core/record.ts';
import { mayTouch, reachOf } from '../core/rights.ts';
import { getItems } from '../platform/dynamo.ts';
import { followed } from '../platform/merged.ts';
import type { FeedLine } from './feed-line.ts';

/** Of records that are nobody's and no setting: what lets one read them. */
const alone: Record<string, SettingPermission> = {
  workspace: 'workspaces:read',
  erasure: 'erasures:read',
};
type Beside = { ids: (item: Item) => unknown[]; every?: true };
/** Kinds that are read by who may read one of what they stand with, or `every` one. */
const standsWith: Record<string, Beside> = {
  activity: { ids: ({ contactId, dealIds }) => [contactId, ...(Array.isArray(dealIds) ? dealIds : [])] },
  file: { ids: ({ recordId }) => [recordId] },
  link: { ids: ({ fromId, toId }) => [fromId, toId], every: true },
};

const isGoverned = (kind: string): kind is GovernedKind => governedKinds.some((one) => one === kind);
const readsAll = (actor: Actor, kind: GovernedKind) => reachOf(actor, kind, 'read').reach === 'all';
const readsNone = (actor: Actor, kind: GovernedKind) => reachOf(actor, kind, 'read').reach === 'none';

type Verdict = 'shown' | 'hidden' | 'look';
/** Nobody is named as the owner of what Rapport itself keeps: a permission decides. */
function bySetting(actor: Actor, kind: string, id: string): Verdict {
  const permission = alone[kind];
  const isShown = permission ? actor.permissions.includes(permission) : mayReadSetting(actor, id) === true;
  return isShown ? 'shown' : 'hidden';
}
function byReach(actor: Actor, kind: GovernedKind): Verdict {
  if (readsNone(actor, kind)) return 'hidden'; // of activities, an API key that is held to less
  return readsAll(actor, kind === 'activity' ? 'contact' : kind) ? 'shown' : 'look';
}
/** What is told of a record, whatever it is. */
type About = Pick<FeedLine, 'record'>;
/** What of a line can be said without looking at its record: yes, no, or that it must be looked at. */
function verdictOn(actor: Actor, { record: { kind, id } }: About): Verdict {
  if (isGoverned(kind)) return byReach(actor, kind);
  return Object.hasOwn(standsWith, kind) ? 'look' : bySetting(actor, kind, id);
}

type Items = Map<string, Item>;
type Read = (keys: Key[]) => Promise<Items>;
const reading: Read = (keys) => (keys.length > 0 ? getItems(keys) : Promise.resolve(new Map()));

/** The records that others stand with, one more BatchGet where there are any. */
function parentKeys(workspaceId: string, items: Items): Key[] {
  return [...items.values()].flatMap((item) => {
    const ids = standsWith[item.sk.toLowerCase()]?.ids(item) ?? [];
    return ids.flatMap((id) => {
      const kind = typeof id === 'string' ? kindOfId(id) : undefined;
      return kind && isGoverned(kind) && kind !== 'activity'
        ? [recordKey(workspaceId, kind, String(id))]
        : [];
    });
  });
}
const maySee = (actor: Actor, item: Item | undefined): boolean =>
  item !== undefined &&
  mayTouch(actor, item.sk.toLowerCase() as GovernedKind, 'read', item.ownerId as string | undefined);

/** Names of fields without those that are hidden from this reader in any record of the kind. */
function shownFields(actor: Actor, { record: { kind }, fields }: FeedLine): string[] {
  const hidden = hiddenInChanges(actor, kind);
  return fields.filter((name) => !hidden.has(name));
}

const keyOf = (workspaceId: string, { record: { kind, id } }: About) =>
  recordKey(workspaceId, kind as GovernedKind, id);
/** The records of some lines, and those that they stand with, as they are now. */
type Looks = { items: Items; parents: Items };
async function lookAt(workspaceId: string, lines: readonly About[]): Promise<Looks> {
  const items = await reading(lines.map((line) => keyOf(workspaceId, line)));
  return { items, parents: await followed(await reading(parentKeys(workspaceId, items))) };
}

function isSeen(actor: Actor, line: About, { items, parents }: Looks): boolean {
  const { workspaceId } = actor;
  const item = items.get(nameOf(keyOf(workspaceId, line)));
  const beside = Object.hasOwn(standsWith, line.record.kind) ? standsWith[line.record.kind] : undefined;
  if (!beside) return maySee(actor, item);
  const keys = item ? parentKeys(workspaceId, new Map([['', item]])) : [];
  const isReadable = (key: Key) => maySee(actor, parents.get(nameOf(key)));
  return beside.every ? keys.length > 1 && keys.every(isReadable) : keys.some(isReadable);
}

/**
 * FEED-2: of some lines those that each of several actors of a workspace may read as they are now, in the actors' order: at most one
 * BatchGet of the records whose owner decides, and one of what they stand with, however many ask.
 */
export async function linesOfEach<T extends About>(
  workspaceId: string,
  actors: readonly Actor[],
  lines: readonly T[],
): Promise<T[][]> {
  const verdicts = actors.map((actor) => lines.map((line) => verdictOn(actor, line)));
  const looked = lines.filter((_, n) => verdicts.some((of) => of[n] === 'look'));
  const looks = await lookAt(workspaceId, looked);
  return actors.map((actor, who) =>
    lines.filter((line, n) => {
      const verdict = verdicts[who]?.[n];
      return verdict === 'shown' || (verdict === 'look' && isSeen(actor, line, looks));
    }),
  );
}

/** FEED-2: the lines that one may read. Of a record that is gone only who reads all of its kind is told. */
export async function visibleLines(actor: Actor, lines: readonly FeedLine[]): Promise<FeedLine[]> {
  const [visible = []] = await linesOfEach(actor.workspaceId, [actor], lines);
  return visible.map((line) => ({ ...line, fields: shownFields(actor, line) }));
}
