import { createHash, randomUUID } from 'node:crypto';
import type { Store } from '../store.ts';

export type QueueSettings = {
  name: string;
  arn: string;
  visibilityMs: number;
  delayMs: number;
  /** How long a message is kept. */
  retentionMs: number;
  deadLetters?: { queue: string; maxReceives: number };
};
export type Message = {
  messageId: string;
  receipt: string;
  body: string;
  attributes: Record<string, unknown>;
  sentAt: number;
  receives: number;
  firstReceivedAt: number;
  /** When it is visible again, unless somebody changes that. */
  visibleAt: number;
};
type Counts = { visible: number; delayed: number; inFlight: number };
export type Queues = {
  add(settings: QueueSettings): void;
  settings(name: string): QueueSettings | undefined;
  names(): string[];
  /** Returns the message's id. Kept before it returns. Throws for an unknown queue. */
  send(queue: string, body: string, attributes?: Record<string, unknown>, delayMs?: number): string;
  receive(queue: string, max: number, visibilityMs?: number): Message[];
  remove(receipt: string): boolean;
  /** Hides a received message for `ms` from now on. False for a receipt that is no longer valid. */
  hide(receipt: string, ms: number): boolean;
  /** Hides it until `at` unless its visibility has been changed since it was received. */
  retryAt(message: Message, at: number): void;
  counts(queue: string): Counts;
  /** Milliseconds until the next message of the queue is visible; undefined if it holds none. */
  nextIn(queue: string): number | undefined;
  /** Calls `heard` when something may be visible sooner than before. */
  onSend(queue: string, heard: () => void): void;
};

export const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

type Row = {
  id: number;
  message_id: string;
  body: string;
  attributes: string;
  sent_at: number;
  receives: number;
  first_received_at: number | null;
};

/** The statements, prepared once. */
function prepare({ db }: Store) {
  return {
    insert: db.prepare(
      'INSERT INTO messages (queue, message_id, body, attributes, sent_at, visible_at) VALUES (?, ?, ?, ?, ?, ?)',
    ),
    due: db.prepare(
      'SELECT * FROM messages WHERE queue = ? AND visible_at <= ? ORDER BY visible_at, id LIMIT ?',
    ),
    take: db.prepare(
      'UPDATE messages SET receipt = ?, visible_at = ?, receives = receives + 1, first_received_at = coalesce(first_received_at, ?) WHERE id = ?',
    ),
    move: db.prepare(
      'UPDATE messages SET queue = ?, receipt = NULL, visible_at = ?, receives = 0 WHERE id = ?',
    ),
    remove: db.prepare('DELETE FROM messages WHERE receipt = ?'),
    hide: db.prepare('UPDATE messages SET visible_at = ? WHERE receipt = ?'),
    retry: db.prepare('UPDATE messages SET visible_at = ? WHERE receipt = ? AND visible_at = ?'),
    expire: db.prepare('DELETE FROM messages WHERE queue = ? AND sent_at < ?'),
    next: db.prepare('SELECT min(visible_at) AS at FROM messages WHERE queue = ?'),
    count: db.prepare(
      'SELECT sum(visible_at <= ?1) AS visible, sum(visible_at > ?1 AND receipt IS NULL) AS delayed, sum(visible_at > ?1 AND receipt IS NOT NULL) AS in_flight FROM messages WHERE queue = ?2',
    ),
  };
}

/** Every queue's messages in the store. What was in flight when the last process died is visible again at once, as if not received. */
export function openQueues(store: Store, now: () => number = Date.now): Queues {
  store.db
    .prepare(
      'UPDATE messages SET visible_at = ?, receipt = NULL, receives = max(receives - 1, 0) WHERE receipt IS NOT NULL',
    )
    .run(now());
  const sql = prepare(store);
  const known = new Map<string, QueueSettings>();
  const heard = new Map<string, (() => void)[]>();
  const tell = (queue: string) => {
    for (const hear of heard.get(queue) ?? []) hear();
  };

  const settingsOf = (name: string): QueueSettings => {
    const settings = known.get(name);
    if (!settings) throw new Error(`No queue ${name}`);
    return settings;
  };

  const send: Queues['send'] = (queue, body, attributes = {}, delayMs) => {
    const messageId = randomUUID();
    const visibleAt = now() + (delayMs ?? settingsOf(queue).delayMs);
    sql.insert.run(queue, messageId, body, JSON.stringify(attributes), now(), visibleAt);
    tell(queue);
    return messageId;
  };

  const take = (row: Row, visibleAt: number): Message => {
    const receipt = randomUUID();
    sql.take.run(receipt, visibleAt, now(), row.id);
    return {
      messageId: row.message_id,
      receipt,
      body: row.body,
      attributes: JSON.parse(row.attributes) as Record<string, unknown>,
      sentAt: row.sent_at,
      receives: row.receives + 1,
      firstReceivedAt: row.first_received_at ?? now(),
      visibleAt,
    };
  };

  const receive: Queues['receive'] = (queue, max, visibilityMs) => {
    const settings = settingsOf(queue);
    const rows = sql.due.all(queue, now(), max) as unknown as Row[];
    if (rows.length === 0) return [];
    const visibleAt = now() + (visibilityMs ?? settings.visibilityMs);
    const dead = settings.deadLetters;
    return store.transaction(() =>
      rows.flatMap((row) => {
        if (!dead || row.receives < dead.maxReceives) return [take(row, visibleAt)];
        sql.move.run(dead.queue, now(), row.id);
        tell(dead.queue);
        return [];
      }),
    );
  };

  return {
    add: (settings) => {
      known.set(settings.name, settings);
      sql.expire.run(settings.name, now() - settings.retentionMs);
    },
    settings: (name) => known.get(name),
    names: () => [...known.keys()],
    send,
    receive,
    remove: (receipt) => Number(sql.remove.run(receipt).changes) > 0,
    hide: (receipt, ms) => Number(sql.hide.run(now() + ms, receipt).changes) > 0,
    retryAt: ({ receipt, visibleAt }, at) => void sql.retry.run(Math.min(at, visibleAt), receipt, visibleAt),
    counts: (queue) => {
      const row = sql.count.get(now(), queue);
      const number = (name: string) => Number(row?.[name] ?? 0);
      return { visible: number('visible'), delayed: number('delayed'), inFlight: number('in_flight') };
    },
    nextIn: (queue) => {
      const at = sql.next.get(queue)?.at;
      return typeof at === 'number' ? Math.max(0, at - now()) : undefined;
    },
    onSend: (queue, hear) => void heard.set(queue, [...(heard.get(queue) ?? []), hear]),
  };
}
