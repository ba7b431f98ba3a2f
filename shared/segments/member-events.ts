import { type Item, type Key, nameOf } from '../core/projection.ts';
import { type Catalogue, catalogueKey, catalogueOf, walkedKey, walkedOf } from './catalogue.ts';
import { segmentEntered, segmentLeft } from './segment-events.ts';
import type { SegmentKind } from './segment-kinds.ts';

/** An entry of everybody's members that came or went: whole seconds (more the stream does not tell), and the stream's own id of it. */
export type MemberMove = { has: 'come' | 'gone'; entry: Item; atS: number; eventId: string };
type Member = {
  workspaceId: string;
  segmentId: string;
  recordId: string;
  of: SegmentKind;
  createdAt: string;
};

function memberOf({ pk, sk, of, id }: Item): Member {
  const [, workspaceId = '', , segmentId = ''] = pk.split('#');
  const [createdAt = ''] = sk.split('#');
  return { workspaceId, segmentId, recordId: String(id), of: of as SegmentKind, createdAt };
}

/** What must be read to tell of a move. */
export function keysFor({ entry }: MemberMove): Key[] {
  const { workspaceId, of } = memberOf(entry);
  return [catalogueKey(workspaceId, of), walkedKey(workspaceId, of)];
}

/**
 * Whether a record that was there when its segment became what it is came or went before all such records had been looked
 * at: then the definition has moved it, not a change of its own.
 */
function isInitial(
  createdAt: string,
  atS: number,
  { since, definedAt }: Catalogue['segments'][number],
  walked: Item | undefined,
): boolean {
  if (createdAt > definedAt) return false;
  const { version, at } = walkedOf(walked);
  return version < since || atS <= Math.floor(Date.parse(at) / 1000);
}

/**
 * A move as an event for the bus, none where its segment is gone: nobody left it. The same stream record always gives the same
 * id, so that who gets it twice knows it.
 */
export function memberEvent({ has, entry, atS, eventId }: MemberMove, items: Map<string, Item>) {
  const { createdAt, workspaceId, ...data } = memberOf(entry);
  const { segments } = catalogueOf(items.get(nameOf(catalogueKey(workspaceId, data.of))));
  const definition = segments.find(({ id }) => id === data.segmentId);
  if (!definition) return undefined;
  const initial = isInitial(createdAt, atS, definition, items.get(nameOf(walkedKey(workspaceId, data.of))));
  const event = has === 'come' ? segmentEntered : segmentLeft;
  const { type, ...rest } = event({ ...data, initial });
  const at = new Date(atS * 1000).toISOString();
  return { type, detail: { id: `sg.${eventId}`, workspaceId, at, ...rest } };
}
