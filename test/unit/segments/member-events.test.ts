import { expect, test } from 'vitest';
import { nameOf } from '../../../shared/core/projection.ts';
import { catalogueKey, walkedKey } from '../../../shared/segments/catalogue.ts';
import { keysFor, type MemberMove, memberEvent } from '../../../shared/segments/member-events.ts';
import { membersPk } from '../../../shared/segments/segment-part.ts';
import { acme, contactId, monday } from '../../fixtures/ids.ts';

const segmentId = 'sg_01K00000000000000000000001';
const definedAt = '2026-11-17T10:00:00.000Z';
const s = (at: string) => Date.parse(at) / 1000;
const move = (over: Partial<MemberMove> = {}, createdAt = monday): MemberMove => ({
  has: 'come',
  entry: { pk: membersPk(acme, segmentId), sk: `${createdAt}#${contactId}`, of: 'contact', id: contactId },
  atS: s('2026-11-17T12:00:00.000Z'),
  eventId: '4711',
  ...over,
});
const catalogue = { ...catalogueKey(acme, 'contact'), version: 5, timeZone: 'UTC' };
const definition = { id: segmentId, condition: { lifecycle: 'lead' }, since: 4, definedAt };
const walked = (version: number, at: string) => ({ ...walkedKey(acme, 'contact'), version, at });
const items = (walk = walked(5, '2026-11-17T11:00:00.000Z'), segments = [definition]) =>
  new Map([{ ...catalogue, segments }, walk].map((item) => [nameOf(item), item]));

test('who comes in is told of with the ids of both, and by an id that the stream’s record has', () => {
  expect(memberEvent(move(), items())).toEqual({
    type: 'segment.entered',
    detail: {
      id: 'sg.4711',
      workspaceId: acme,
      at: '2026-11-17T12:00:00.000Z',
      version: 1,
      data: { segmentId, recordId: contactId, of: 'contact', initial: false },
    },
  });
  expect(memberEvent(move({ has: 'gone' }), items())?.type).toBe('segment.left');
});

test('what is read to tell of it is the kind’s definitions and how far they were walked', () => {
  expect(keysFor(move())).toEqual([catalogueKey(acme, 'contact'), walkedKey(acme, 'contact')]);
});

const initial = (one: MemberMove, all: ReturnType<typeof items>) =>
  memberEvent(one, all)?.detail.data.initial;
test('who was there before the definition, and comes while it is still walked, was moved by the definition', () => {
  expect(initial(move(), items(walked(3, '2026-11-17T11:00:00.000Z')))).toBe(true);
  expect(initial(move({ has: 'gone' }), items(walked(3, '2026-11-17T11:00:00.000Z')))).toBe(true);
  expect(initial(move({ atS: s('2026-11-17T11:00:00.000Z') }), items())).toBe(true); // within the walk's last second
  expect(initial(move({ atS: s('2026-11-17T11:00:01.000Z') }), items())).toBe(false);
});

test('who was made since has come by themselves, walked or not', () => {
  const made = '2026-11-17T10:00:01.000Z';
  expect(initial(move({}, made), items(walked(3, '2026-11-17T09:00:00.000Z')))).toBe(false);
});

test('of a segment that was deleted nobody is said to have left', () => {
  expect(memberEvent(move({ has: 'gone' }), items(undefined, []))).toBeUndefined();
  expect(memberEvent(move({ has: 'gone' }), new Map())).toBeUndefined();
});
