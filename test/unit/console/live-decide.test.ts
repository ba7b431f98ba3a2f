import { expect, test } from 'vitest';
import {
  begin,
  type Deed,
  decide,
  type LiveEvent,
  type LiveState,
} from '../../../web/console/src/live/decide.ts';

type Chance = { now: number; random: number };
const usual: Chance = { now: 0, random: 0.5 };
/** What comes of events in turn: the state, and what the last one had done. */
function after(events: LiveEvent[], { chance = usual, from = begin(true, true) } = {}): [LiveState, Deed[]] {
  let deeds: Deed[] = [];
  let state = from;
  for (const event of events) [state, deeds] = decide(state, event, chance);
  return [state, deeds];
}
const url = 'wss://live.example/live?ticket=t';
const opening: LiveEvent[] = [{ on: 'start' }, { on: 'ticket', url }, { on: 'opened' }];
const waitFor = (deeds: Deed[], timer: string) =>
  deeds.flatMap((deed) => (deed.do === 'wait' && deed.timer === timer ? [deed.ms] : []))[0];
const names = (deeds: Deed[]) => deeds.map((deed) => deed.do);

test('every attempt asks for a ticket of its own and connects to it as it is', () => {
  expect(after([{ on: 'start' }])[1]).toContainEqual({ do: 'ask' });
  expect(after(opening.slice(0, 2))[1]).toContainEqual({ do: 'connect', url });
});

test('a first opening reads the feed, and once more when what happened directly before it stands there', () => {
  const [state, deeds] = after(opening);
  expect(names(deeds)).toContain('readFeed');
  expect(names(deeds)).not.toContain('readScreen');
  expect(waitFor(deeds, 'feed')).toBe(15_000);
  expect(decide(state, { on: 'timer', timer: 'feed' }, usual)[1]).toEqual([{ do: 'readFeed' }]);
});

test('what a user is told of is read with the opening, and whenever a frame says so', () => {
  const [state, deeds] = after(opening);
  expect(names(deeds)).toContain('readNotifications');
  const told: LiveEvent = { on: 'frame', frame: { action: 'notification' } };
  expect(decide(state, told, usual)[1]).toEqual([{ do: 'readNotifications' }]);
});

test('who was away reads what is on the screen as soon as they are connected again', () => {
  const [, deeds] = after([
    ...opening,
    { on: 'closed' },
    { on: 'timer', timer: 'retry' },
    ...opening.slice(1),
  ]);
  expect(names(deeds)).toContain('readScreen');
});

test('the wait before another attempt is random and at most twice the last, up to half a minute', () => {
  const failing: LiveEvent[] = [
    { on: 'refused', status: 503 },
    { on: 'timer', timer: 'retry' },
  ];
  const [asking] = after([{ on: 'start' }]);
  const chance = { now: 0, random: 1 };
  const waits = [1, 2, 3, 4, 5, 6, 7].map((times) => {
    const events = Array.from({ length: times }, () => failing)
      .flat()
      .slice(0, -1);
    return waitFor(after(events, { chance, from: asking })[1], 'retry');
  });
  expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  expect(
    waitFor(after(failing.slice(0, 1), { chance: { now: 0, random: 0 }, from: asking })[1], 'retry'),
  ).toBe(0);
});

test('a connection that stood for a minute makes the next wait short again', () => {
  const [open] = after(opening);
  const tired = { ...open, failures: 5 };
  const lost = (now: number) => waitFor(decide(tired, { on: 'closed' }, { now, random: 1 })[1], 'retry');
  expect(lost(59_999)).toBe(30_000);
  expect(lost(60_000)).toBe(1000);
});

test('a refusal that says how long to wait is obeyed', () => {
  const [, deeds] = after([{ on: 'start' }, { on: 'refused', status: 429, retryAfterMs: 12_000 }]);
  expect(waitFor(deeds, 'retry')).toBe(12_000);
});

test.each([
  [{ on: 'frame', frame: { action: 'bye', reason: 'deactivated' } } as const],
  [{ on: 'frame', frame: { action: 'bye', reason: 'signed_out' } } as const],
])('who may not be connected any more never tries again: %j', (bye) => {
  const [state, deeds] = after([...opening, bye]);
  expect(names(deeds)).toEqual(['forget', 'close', 'signedOut']);
  for (const event of [
    { on: 'closed' },
    { on: 'seen', isSeen: true },
    { on: 'network', isOnline: true },
  ] as LiveEvent[])
    expect(decide(state, event, usual)[1]).toEqual([]);
});

test('a ticket refused with 401 ends it, with the word that nobody is signed in', () => {
  const [state, deeds] = after([{ on: 'start' }, { on: 'refused', status: 401 }]);
  expect(state.phase).toBe('over');
  expect(names(deeds)).toContain('signedOut');
});

test('one connection too many waits until its page is looked at again, so that two tabs do not take turns', () => {
  const [state, deeds] = after([
    ...opening,
    { on: 'frame', frame: { action: 'bye', reason: 'too_many_connections' } },
  ]);
  expect(deeds.filter((deed) => deed.do === 'wait')).toEqual([]);
  expect(after([{ on: 'network', isOnline: true }], { from: state })[1]).toEqual([]);
  expect(
    after(
      [
        { on: 'seen', isSeen: false },
        { on: 'seen', isSeen: true },
      ],
      { from: state },
    )[1],
  ).toContainEqual({ do: 'ask' });
});

test('nothing is tried while nobody looks or there is no network, and at once when that is over', () => {
  expect(after([{ on: 'start' }], { from: begin(false, true) })[1]).toEqual([]);
  expect(after([{ on: 'start' }], { from: begin(true, false) })[1]).toEqual([]);
  const [hidden] = after([...opening, { on: 'seen', isSeen: false }, { on: 'closed' }]);
  expect(names(decide(hidden, { on: 'timer', timer: 'retry' }, usual)[1])).not.toContain('ask');
  expect(decide(hidden, { on: 'seen', isSeen: true }, usual)[1]).toContainEqual({ do: 'ask' });
  const [offline] = after([...opening, { on: 'network', isOnline: false }]);
  expect(decide(offline, { on: 'network', isOnline: true }, usual)[1]).toContainEqual({ do: 'ask' });
});

test('a page that nobody looks at for long gives its connection up; one that is looked at again soon keeps it', () => {
  const [hidden, deeds] = after([...opening, { on: 'seen', isSeen: false }]);
  expect(waitFor(deeds, 'unseen')).toBe(300_000);
  expect(names(decide(hidden, { on: 'timer', timer: 'unseen' }, usual)[1])).toContain('close');
  const [seen] = decide(hidden, { on: 'seen', isSeen: true }, usual);
  expect(seen.phase).toBe('open');
  expect(decide(seen, { on: 'timer', timer: 'unseen' }, usual)[1]).toEqual([]);
});

test('a ping that is not answered in time ends the connection, which is then as lost as any other', () => {
  const [open] = after(opening);
  const [, pinging] = decide(open, { on: 'timer', timer: 'ping' }, usual);
  expect(names(pinging)).toContain('ping');
  expect(waitFor(pinging, 'pong')).toBe(10_000);
  const [, lost] = decide(open, { on: 'timer', timer: 'pong' }, usual);
  expect(lost[0]).toEqual({ do: 'close' });
  expect(waitFor(lost, 'retry')).toBeDefined();
  const [, answered] = decide(open, { on: 'frame', frame: { action: 'pong' } }, usual);
  expect(answered).toEqual([{ do: 'forget', timers: ['pong'] }]);
});

test('while there is no connection what is on the screen is read again every half minute', () => {
  const [lost, deeds] = after([...opening, { on: 'closed' }]);
  expect(waitFor(deeds, 'read')).toBe(30_000);
  expect(names(decide(lost, { on: 'timer', timer: 'read' }, usual)[1])).toEqual(['readScreen', 'wait']);
  const [open] = after(opening);
  expect(decide(open, { on: 'timer', timer: 'read' }, usual)[1]).toEqual([]);
});

test('a ticket that comes when nobody waits for it any more is not used', () => {
  const [offline] = after([{ on: 'start' }, { on: 'network', isOnline: false }]);
  expect(decide(offline, { on: 'ticket', url }, usual)[1]).toEqual([]);
});

test('a frame of an action that is not known is passed over', () => {
  const [open] = after(opening);
  const frame = { action: 'news' } as unknown as Extract<LiveEvent, { on: 'frame' }>['frame'];
  expect(decide(open, { on: 'frame', frame }, usual)).toEqual([open, []]);
});
