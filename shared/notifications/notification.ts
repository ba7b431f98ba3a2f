import { encodeTime } from 'ulid';
import * as z from 'zod';
import { derivedIdAt } from '../core/derived-id.ts';
import { idOf, idPrefixes } from '../core/ids.ts';
import type { Key } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';
import { notificationTypes } from './notification-types.ts';

const lifeMs = 90 * 86_400_000;

/**
 * That somebody is told of something: ids and codes alone. What is read of it is made when it is read, with the rights that its
 * reader has then.
 */
export const Notification = z.object({
  id: idOf('notification'),
  workspaceId: idOf('workspace'),
  userId: idOf('user'),
  topic: z.enum(notificationTypes),
  /** The record that it is about. */
  about: z.string().optional(),
  /** What happened to it: the note of a mention, the task of an idle deal. */
  detailId: z.string().optional(),
  /** The user because of whom. */
  byId: z.string().optional(),
  /** Why, where a type has several reasons. */
  code: z.string().max(60).optional(),
  /** The words of a rule, as they stand in it: their blanks are filled when they are read. */
  text: z.string().max(500).optional(),
  /** Whether the console shows it; else a mail alone tells of it. */
  onConsole: z.boolean(),
  /** Of one that came when all of its moment was read already: an id of the moment at which it came, by which it is read or not. */
  arrived: z.string().optional(),
  createdAt: z.iso.datetime(),
  readAt: z.iso.datetime().optional(),
  expiresAt: z.int(),
});
export type Notification = z.infer<typeof Notification>;

/** `id` is what asks for it, in words that are the same however often it is asked for: no two notifications of a user have one. */
export type Asked = Pick<Notification, 'workspaceId' | 'userId'> & {
  type: Notification['topic'];
  id: string;
  about?: string | undefined;
  detailId?: string | undefined;
  byId?: string | undefined;
  code?: string | undefined;
  text?: string | undefined;
};

const idAt = (at: string, rest: string) =>
  `${idPrefixes.notification}_${encodeTime(Math.max(0, Date.parse(at)), 10)}${rest}`;
/** Sorts before all that are made at a moment or later. */
export const firstIdAt = (at: string) => idAt(at, '0'.repeat(16));
/** Sorts behind all that are made at a moment or before. */
export const lastIdAt = (at: string) => idAt(at, 'Z'.repeat(16));

/** How it is told: whether on the console, up to which id its reader has read all, and when (ISO 8601 UTC). */
type How = { onConsole: boolean; mark: string; now: string };
/**
 * The same id for the same asking and moment (ISO 8601 UTC): asked for twice, it is one. What comes late, so that its reader has read all
 * of its moment and not seen it, is of the moment at which it comes.
 */
export function newNotification(asked: Asked, at: string, { onConsole, mark, now }: How): Notification {
  const { type: topic, id: asking, ...rest } = asked;
  const idWhen = (when: string) =>
    derivedIdAt('notification', when, `${asked.workspaceId}\n${asked.userId}\n${topic}\n${asking}`);
  const moment = new Date(at).toISOString();
  const id = idWhen(moment);
  const isLate = id <= mark;
  const createdAt = isLate ? now : moment;
  return {
    ...rest,
    topic,
    id,
    ...(isLate && { arrived: idWhen(now) }),
    onConsole,
    createdAt,
    expiresAt: Math.floor((Date.parse(createdAt) + lifeMs) / 1000),
  };
}
/** Where it stands among what is read: all up to the mark is. */
export const placeAmongRead = ({ id, arrived }: Pick<Notification, 'id' | 'arrived'>): string =>
  arrived ?? id;
/** Since when there are notifications: what is older is gone, though the table may still have it. */
export const oldestAt = (now: string) => new Date(Date.parse(now) - lifeMs).toISOString();

const ofUser = (workspaceId: string, userId: string) => `${workspacePk(workspaceId)}#NOTIFICATIONS#${userId}`;
/** NOTIFY-1: what the console shows a user, by id and so by moment. */
export const notificationsPk = ofUser;
/** NOTIFY-2: which of them are unread. */
export const unreadPk = (workspaceId: string, userId: string) => `${ofUser(workspaceId, userId)}#UNREAD`;
/** Of whom a mail alone tells. */
const mailedPk = (workspaceId: string, userId: string) => `${ofUser(workspaceId, userId)}#MAILED`;
/** NOTIFY-4: up to when a user has read all. */
export const readMarkKey = (workspaceId: string, userId: string): Key => ({
  pk: ofUser(workspaceId, userId),
  sk: 'READ',
});

type Named = Pick<Notification, 'workspaceId' | 'userId' | 'id'>;
/** Where one may lie: among what the console shows, or not. */
export const keysOf = ({ workspaceId, userId, id }: Named): [Key, Key] => [
  { pk: notificationsPk(workspaceId, userId), sk: id },
  { pk: mailedPk(workspaceId, userId), sk: id },
];
/** `of` of its item, by which the stream's reader knows it. */
export const notificationItem = 'notification';
