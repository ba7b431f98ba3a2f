/** What a live connection does, as decisions alone (docs/live.md): a state, what happens, and what is to be done about it. */

const second = 1000;
const minute = 60 * second;
/** A ping that is answered proves the network; one that is not within this time, that it is gone. */
const pongWithinMs = 10 * second;
const pingEveryMs = minute;
const openWithinMs = 10 * second;
const firstWaitMs = second;
const longestWaitMs = 30 * second;
/** A connection that stood for so long was a good one: the next wait is short again. */
const stoodMs = minute;
/** A page that nobody looks at for so long gives its connection up. */
const unseenMs = 5 * minute;
/** What happened directly before the opening stands in the feed ten seconds after it. */
const feedAgainMs = 15 * second;
/** While there is no connection, what is on the screen is read again so often. */
const readAgainMs = 30 * second;

/** `paused`: until the page is looked at again. `over`: for good. */
type Phase = 'waiting' | 'asking' | 'connecting' | 'open' | 'paused' | 'over';
export type LiveState = {
  phase: Phase;
  /** How many attempts failed since one stood. */
  failures: number;
  openedAt: number | undefined;
  /** Whether it was open before: what happened since then was not told. */
  wasOpen: boolean;
  isSeen: boolean;
  isOnline: boolean;
};

export type Change = { type: string; record: { kind: string; id: string }; version: number; at?: string };
type Frame =
  | { action: 'changes'; changes: Change[] }
  | { action: 'notification' }
  | { action: 'pong' }
  | { action: 'bye'; reason: string };
export type Timer = 'retry' | 'open' | 'ping' | 'pong' | 'unseen' | 'feed' | 'read';
export type LiveEvent =
  | { on: 'start' }
  | { on: 'ticket'; url: string }
  | { on: 'refused'; status: number; retryAfterMs?: number }
  | { on: 'opened' }
  | { on: 'frame'; frame: Frame }
  | { on: 'closed' }
  | { on: 'seen'; isSeen: boolean }
  | { on: 'network'; isOnline: boolean }
  | { on: 'timer'; timer: Timer };

export type Deed =
  | { do: 'ask' }
  | { do: 'connect'; url: string }
  | { do: 'ping' }
  | { do: 'close' }
  | { do: 'wait'; timer: Timer; ms: number }
  | { do: 'forget'; timers: Timer[] }
  | { do: 'tell'; changes: Change[] }
  /** Read what is on the screen again. */
  | { do: 'readScreen' }
  /** Read what the feed has since the last time. */
  | { do: 'readFeed' }
  /** Read what the user is told of. */
  | { do: 'readNotifications' }
  | { do: 'signedOut' };
export type Decision = [LiveState, Deed[]];
type Chance = { now: number; random: number };

export const begin = (isSeen: boolean, isOnline: boolean): LiveState => ({
  phase: 'waiting',
  failures: 0,
  openedAt: undefined,
  wasOpen: false,
  isSeen,
  isOnline,
});

const wait = (timer: Timer, ms: number): Deed => ({ do: 'wait', timer, ms });
const forget = (...timers: Timer[]): Deed => ({ do: 'forget', timers });
const ofConnection: Timer[] = ['open', 'ping', 'pong', 'feed'];

/** Another attempt at once, where somebody looks and there is a network. */
function ask(state: LiveState): Decision {
  if (!state.isSeen || !state.isOnline) return [{ ...state, phase: 'waiting' }, []];
  return [{ ...state, phase: 'asking' }, [forget('retry'), { do: 'ask' }]];
}

/** Any time up to a limit that doubles: after an outage everybody comes at once. */
function lost(state: LiveState, { now, random }: Chance, told?: number): Decision {
  const stood = state.openedAt !== undefined && now - state.openedAt >= stoodMs;
  const failures = stood ? 0 : state.failures;
  const limit = Math.min(longestWaitMs, firstWaitMs * 2 ** failures);
  const after: LiveState = { ...state, phase: 'waiting', openedAt: undefined, failures: failures + 1 };
  const again = wait('retry', told ?? Math.round(random * limit));
  return [after, [forget(...ofConnection), again, wait('read', readAgainMs)]];
}

/** The connection is given up by this side; what it was doing is not waited for. */
function giveUp(state: LiveState, phase: Phase): Decision {
  const timers: Timer[] = [...ofConnection, 'retry', 'read', 'unseen'];
  return [{ ...state, phase, openedAt: undefined }, [forget(...timers), { do: 'close' }]];
}

function opened(state: LiveState, { now }: Chance): Decision {
  const missed: Deed[] = state.wasOpen ? [{ do: 'readScreen' }] : [];
  return [
    { ...state, phase: 'open', openedAt: now, wasOpen: true },
    [
      forget('open', 'retry', 'read'),
      ...missed,
      { do: 'readFeed' },
      { do: 'readNotifications' },
      wait('ping', pingEveryMs),
      wait('feed', feedAgainMs),
    ],
  ];
}

function framed(state: LiveState, frame: Frame): Decision {
  if (frame.action === 'changes') return [state, [{ do: 'tell', changes: frame.changes }]];
  if (frame.action === 'notification') return [state, [{ do: 'readNotifications' }]];
  if (frame.action === 'pong') return [state, [forget('pong')]];
  if (frame.action !== 'bye') return [state, []]; // new actions may come
  if (frame.reason === 'too_many_connections') return giveUp(state, 'paused');
  const [after, deeds] = giveUp(state, 'over');
  return [after, [...deeds, { do: 'signedOut' }]];
}

function refused(
  state: LiveState,
  status: number,
  retryAfterMs: number | undefined,
  chance: Chance,
): Decision {
  if (status === 401) return [{ ...state, phase: 'over' }, [forget('retry', 'read'), { do: 'signedOut' }]];
  if (status === 403 || status === 404) return [{ ...state, phase: 'over' }, [forget('retry', 'read')]];
  return lost(state, chance, retryAfterMs);
}

const ping = (): Deed[] => [{ do: 'ping' }, wait('pong', pongWithinMs), wait('ping', pingEveryMs)];

function seen(state: LiveState, isSeen: boolean): Decision {
  const now = { ...state, isSeen };
  if (!isSeen) return [now, [wait('unseen', unseenMs), forget('retry', 'read')]];
  if (now.phase === 'waiting' || now.phase === 'paused') return ask(now);
  // A laptop that was asleep believes in connections that are long gone.
  return [now, [forget('unseen'), ...(now.phase === 'open' ? ping() : [])]];
}

function networked(state: LiveState, isOnline: boolean): Decision {
  const now = { ...state, isOnline };
  if (state.phase === 'over' || state.phase === 'paused') return [now, []];
  if (!isOnline) return giveUp(now, 'waiting');
  return state.phase === 'waiting' ? ask(now) : [now, []];
}

function timed(state: LiveState, timer: Timer, chance: Chance): Decision {
  const isConnected = state.phase === 'open';
  const deeds: Record<Timer, () => Decision> = {
    retry: () => (state.phase === 'waiting' ? ask(state) : [state, []]),
    open: () => closing(state, chance),
    ping: () => [state, isConnected ? ping() : []],
    pong: () => closing(state, chance),
    unseen: () => (state.isSeen ? [state, []] : giveUp(state, state.phase === 'over' ? 'over' : 'waiting')),
    feed: () => [state, isConnected ? [{ do: 'readFeed' }] : []],
    read: () => [state, isConnected ? [] : [{ do: 'readScreen' }, wait('read', readAgainMs)]],
  };
  return deeds[timer]();
}

/** A connection that does not answer is ended from here, and is then as lost as any other. */
function closing(state: LiveState, chance: Chance): Decision {
  const [after, deeds] = lost(state, chance);
  return [after, [{ do: 'close' }, ...deeds]];
}

export function decide(state: LiveState, event: LiveEvent, chance: Chance): Decision {
  if (state.phase === 'over') return [state, []];
  switch (event.on) {
    case 'start':
      return ask(state);
    case 'ticket':
      if (state.phase !== 'asking') return [state, []];
      return [
        { ...state, phase: 'connecting' },
        [{ do: 'connect', url: event.url }, wait('open', openWithinMs)],
      ];
    case 'refused':
      return state.phase === 'asking'
        ? refused(state, event.status, event.retryAfterMs, chance)
        : [state, []];
    case 'opened':
      return opened(state, chance);
    case 'frame':
      return framed(state, event.frame);
    case 'closed':
      return lost(state, chance);
    case 'seen':
      return seen(state, event.isSeen);
    case 'network':
      return networked(state, event.isOnline);
    case 'timer':
      return timed(state, event.timer, chance);
  }
}
