import { describe, expect, test } from 'vitest';
import { matches, matchesAny } from '../../../infra/local/triggers/pattern.ts';

const event = {
  source: 'rapport',
  'detail-type': 'deal.moved',
  detail: {
    stage: 'Won',
    cents: 5000,
    lost: null,
    tags: ['vip', 'new'],
    address: { ip: '10.1.2.3' },
    empty: [],
    lines: [{ sku: 'a' }, { sku: 'b' }],
  },
};
const detail = (pattern: object) => matches({ detail: pattern }, event);

describe('an event pattern', () => {
  test('wants every field and one of each field’s values', () => {
    expect(matches({ source: ['other', 'rapport'], 'detail-type': ['deal.moved'] }, event)).toBe(true);
    expect(matches({ source: ['rapport'], 'detail-type': ['deal.won'] }, event)).toBe(false);
    expect(matches({ region: ['eu-west-1'] }, event)).toBe(false);
  });

  test.each([
    [{ stage: [{ prefix: 'W' }] }, true],
    [{ stage: [{ prefix: 'w' }] }, false],
    [{ stage: [{ prefix: { 'equals-ignore-case': 'w' } }] }, true],
    [{ stage: [{ suffix: 'on' }] }, true],
    [{ stage: [{ 'equals-ignore-case': 'WON' }] }, true],
    [{ stage: [{ wildcard: 'W*n' }] }, true],
    [{ stage: [{ wildcard: 'W.n' }] }, false],
    [{ stage: [{ 'anything-but': 'Lost' }] }, true],
    [{ stage: [{ 'anything-but': ['Lost', 'Won'] }] }, false],
    [{ stage: [{ 'anything-but': { prefix: 'Wo' } }] }, false],
    [{ nothing: [{ 'anything-but': 'x' }] }, false],
    [{ cents: [{ numeric: ['>', 0, '<=', 5000] }] }, true],
    [{ cents: [{ numeric: ['<', 5000] }] }, false],
    [{ cents: ['5000'] }, false],
    [{ lost: [null] }, true],
    [{ stage: [{ exists: true }] }, true],
    [{ nothing: [{ exists: false }] }, true],
    [{ stage: [{ exists: false }] }, false],
    [{ tags: ['vip'] }, true],
    [{ tags: ['old'] }, false],
    [{ address: { ip: [{ cidr: '10.1.0.0/16' }] } }, true],
    [{ lines: { sku: ['b'] } }, true],
    [{ $or: [{ stage: ['Lost'] }, { cents: [5000] }] }, true],
    [{ $or: [{ stage: ['Lost'] }, { cents: [1] }], tags: ['vip'] }, false],
  ])('%j is %s', (pattern, expected) => {
    expect(detail(pattern)).toBe(expected);
  });

  test('sees only leaves: an object or an empty list does not exist', () => {
    expect(detail({ address: [{ exists: true }] })).toBe(false);
    expect(detail({ empty: [{ exists: false }] })).toBe(true);
  });

  test('refuses an operator that it does not know', () => {
    expect(() => detail({ stage: [{ sounds: 'won' }] })).toThrow(/sounds/);
  });

  test('no filter lets everything pass, several let pass what one of them matches', () => {
    expect(matchesAny([], event)).toBe(true);
    expect(matchesAny([{ source: ['x'] }, { source: ['rapport'] }], event)).toBe(true);
    expect(matchesAny([{ source: ['x'] }], event)).toBe(false);
  });
});
