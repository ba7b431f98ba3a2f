import {
  begin,
  type Change,
  type Deed,
  decide,
  type LiveEvent,
  type LiveState,
  type Timer,
} from './decide.ts';

/** What a connection needs of the page that it is for. */
export type LiveDoors = {
  /** A new ticket's URL; throws as the client does. */
  ticket: () => Promise<string>;
  refusal: (error: unknown) => { status: number; retryAfterMs?: number };
  tell: (changes: Change[]) => void;
  readScreen: () => void;
  readFeed: () => void;
  readNotifications: () => void;
  /** Whether it stands, each time that something happens to it. */
  stands: (is: boolean) => void;
  signedOut: () => void;
};

type Doing = { [Name in Deed['do']]: (deed: Extract<Deed, { do: Name }>) => void };
/** Keeps a connection as `decide` says, until it is stopped. */
export function connectLive(doors: LiveDoors): () => void {
  let state: LiveState = begin(!document.hidden, navigator.onLine);
  let socket: WebSocket | undefined;
  const timers = new Map<Timer, ReturnType<typeof setTimeout>>();

  const happens = (event: LiveEvent): void => {
    const [next, deeds] = decide(state, event, { now: Date.now(), random: Math.random() });
    state = next;
    doors.stands(state.phase === 'open');
    for (const deed of deeds) act(deed);
  };
  const forget = (timer: Timer) => {
    clearTimeout(timers.get(timer));
    timers.delete(timer);
  };
  const close = () => {
    const old = socket;
    socket = undefined; // what it says from now on is nobody's
    old?.close();
  };
  const connect = (url: string) => {
    close();
    const own = new WebSocket(url);
    socket = own;
    const mine = (event: () => LiveEvent) => {
      if (socket === own) happens(event());
    };
    own.onopen = () => mine(() => ({ on: 'opened' }));
    own.onmessage = ({ data }) => mine(() => ({ on: 'frame', frame: JSON.parse(String(data)) }));
    own.onclose = () => mine(() => ({ on: 'closed' }));
  };
  const ask = () =>
    doors.ticket().then(
      (url) => happens({ on: 'ticket', url }),
      (error: unknown) => happens({ on: 'refused', ...doors.refusal(error) }),
    );
  const wait = (timer: Timer, ms: number) => {
    forget(timer);
    timers.set(
      timer,
      setTimeout(() => happens({ on: 'timer', timer }), ms),
    );
  };
  const doing: Doing = {
    ask: () => void ask(),
    connect: (deed) => connect(deed.url),
    ping: () => socket?.send('{"action":"ping"}'),
    close,
    forget: (deed) => deed.timers.forEach(forget),
    wait: (deed) => wait(deed.timer, deed.ms),
    tell: (deed) => doors.tell(deed.changes),
    readScreen: doors.readScreen,
    readFeed: doors.readFeed,
    readNotifications: doors.readNotifications,
    signedOut: doors.signedOut,
  };
  const act = (deed: Deed) => (doing[deed.do] as (deed: Deed) => void)(deed);

  const onSeen = () => happens({ on: 'seen', isSeen: !document.hidden });
  const onNetwork = () => happens({ on: 'network', isOnline: navigator.onLine });
  document.addEventListener('visibilitychange', onSeen);
  addEventListener('online', onNetwork);
  addEventListener('offline', onNetwork);
  happens({ on: 'start' });
  return () => {
    document.removeEventListener('visibilitychange', onSeen);
    removeEventListener('online', onNetwork);
    removeEventListener('offline', onNetwork);
    for (const timer of [...timers.keys()]) forget(timer);
    state = { ...state, phase: 'over' };
    doors.stands(false);
    close();
  };
}
