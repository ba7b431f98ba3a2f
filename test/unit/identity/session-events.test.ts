import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { describe, expect, test } from 'vitest';
import { sessionEvents } from '../../../functions/events/telling/session-events.ts';
import { matchesAny } from '../../../infra/local/triggers/pattern.ts';
import { SessionEnded, sessionEndedFilter } from '../../../shared/identity/session-events.ts';
import { ann, noon } from '../../fixtures/ids.ts';

const session = { sessionId: 'se_1', subject: 'sub-ann', userId: ann };
const record = (eventName: 'INSERT' | 'MODIFY' | 'REMOVE', before: object, after: object, sk = 'SESSION') =>
  ({
    eventID: 'e1',
    eventName,
    dynamodb: {
      Keys: marshall({ pk: 'SESSION#se_1', sk }),
      OldImage: marshall({ ...session, ...before }),
      NewImage: marshall({ ...session, ...after }),
    },
  }) as unknown as DynamoDBRecord;
const ended = record('MODIFY', {}, { revokedAt: noon });

describe('the end of a sign-in', () => {
  test('is told once, by ids alone, with the place of its record', () => {
    const events = sessionEvents([record('MODIFY', {}, { lastSeenAt: noon }), ended]);
    expect(events).toEqual([
      { place: 1, type: 'session.ended', detail: { id: 'e1', at: noon, version: 1, data: session } },
    ]);
    expect(SessionEnded.parse(events[0]?.detail)).toEqual(events[0]?.detail);
  });

  test.each([
    ['was seen', record('MODIFY', {}, { lastSeenAt: noon })],
    ['had ended before', record('MODIFY', { revokedAt: noon }, { revokedAt: noon, lastSeenAt: noon })],
    ['begins', record('INSERT', {}, {})],
    ['is cleared away', record('REMOVE', { revokedAt: noon }, {})],
    ['is something else', record('MODIFY', {}, { revokedAt: noon }, 'KEY')],
  ])('is not told of one that %s, and the stream does not hand it on', (_, other) => {
    expect(sessionEvents([other])).toEqual([]);
    expect(matchesAny([sessionEndedFilter], other)).toBe(false);
  });

  test('is what the stream hands on', () => expect(matchesAny([sessionEndedFilter], ended)).toBe(true));
});
