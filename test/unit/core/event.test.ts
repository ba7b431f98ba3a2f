import { expect, test } from 'vitest';
import * as z from 'zod';
import { defineEvent } from '../../../shared/core/event.ts';

const moved = defineEvent('thing.moved', 2, z.object({ thingId: z.string() }));
const delivered = {
  id: 'ch_1.0',
  workspaceId: 'ws_1',
  at: '2026-01-01T00:00:00.000Z',
  version: 2,
  data: { thingId: 'a' },
};

test('an event is made with its type and version, and carries nothing that was not declared', () =>
  expect(moved({ thingId: 'a', secret: 'x' } as never)).toEqual({
    type: 'thing.moved',
    version: 2,
    data: { thingId: 'a' },
  }));

test('an event that lacks what it declares is not made', () => expect(() => moved({} as never)).toThrow());

test('its pattern matches its own type and version alone', () =>
  expect(moved.pattern).toEqual({
    source: ['crm'],
    'detail-type': ['thing.moved'],
    detail: { version: [2] },
  }));

test('a delivered event is parsed; one of another version or without a workspace is refused', () => {
  expect(moved.parse(delivered)).toEqual(delivered);
  expect(() => moved.parse({ ...delivered, version: 1 })).toThrow();
  expect(() => moved.parse({ ...delivered, workspaceId: undefined })).toThrow();
});
