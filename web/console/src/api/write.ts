import { type Mutation, type QueryClient, type UseMutationOptions, useMutation } from '@tanstack/react-query';
import { RapportError } from '../../../client/src/index.ts';
import { api, isOffline, isStale } from './client.ts';
import { isHeldBy } from './held.ts';

/** A write as data, so that one that waits for the network outlives the page. `key` makes it one, however often it is sent. */
export type Write = {
  method: 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  path: string;
  body?: unknown;
  ifMatch?: { version: number };
  given?: Given;
  key: string;
};
/** What must be so of a record before a write, and what is once it was made; for who acts on what they saw and knows no version of. */
type Given = { path: string; before: object; after: object };
type Asked = Omit<Write, 'key'>;

/** 128 random bits; `crypto.randomUUID` is not there on pages without TLS. */
const newKey = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** A write that is to happen once. Make it where the person acts, not where it is sent. */
export const once = (asked: Asked): Write => ({ ...asked, key: newKey() });

/** By path and version, the version that a write of this page made of it: what was changed twice offline is not in conflict with itself. */
const followedBy = new Map<string, number>();
const at = (path: string, version: number) => `${path} ${version}`;
function latestOwn(path: string, version: number): number {
  const next = followedBy.get(at(path, version));
  return next === undefined ? version : latestOwn(path, next);
}

const versionOf = (data: unknown) => (data as { version?: number } | undefined)?.version;

async function attempt<T>({ method, path, body, ifMatch, key }: Write): Promise<T> {
  const isPost = method === 'POST';
  const version = ifMatch && latestOwn(path, ifMatch.version);
  const asked = { method, path, body, ...(isPost && { isOnce: true }) };
  const options = {
    ...(isPost && { idempotencyKey: key }),
    ...(version !== undefined && { ifMatch: { version } }),
  };
  const { data } = await api().send(asked, options);
  const next = versionOf(data);
  if (version !== undefined && next === version + 1) followedBy.set(at(path, version), next);
  return data as T;
}

const read = async (path: string) => (await api().send({ method: 'GET', path })).data;

/** Sends a write as of what is there now. Throws `version_mismatch` where that is not any more what it was meant for. */
async function sendGiven<T>({
  given: { path, before, after },
  ...write
}: Write & { given: Given }): Promise<T> {
  for (;;) {
    const now = (await read(path)) as { version: number };
    if (isHeldBy(after, now)) return now as T;
    if (!isHeldBy(before, now))
      throw new RapportError(`${write.method} ${write.path}`, 412, { code: 'version_mismatch' });
    try {
      return await attempt<T>({ ...write, ifMatch: now, key: `${write.key}-${now.version}` });
    } catch (error) {
      if (!isStale(error)) throw error; // what is there then is looked at again
    }
  }
}

/** Sends a write; the API's answer. A PATCH whose values the record has already is done, whoever was told so. */
export async function send<T = unknown>(write: Write): Promise<T> {
  const { given } = write;
  if (given) return sendGiven<T>({ ...write, given });
  try {
    return await attempt<T>(write);
  } catch (error) {
    if (write.method !== 'PATCH' || !isStale(error)) throw error;
    const data = await read(write.path);
    if (isHeldBy(write.body, data)) return data as T;
    throw error;
  }
}

export const writeKey = ['write'];
/** Who made a write outlives the page with it. */
const ofThisPage = { page: newKey() };
/** Whether a write was made by a page before this one, so that nobody waits for it here. */
export const isLeftBehind = ({ options, meta }: Mutation<unknown, Error, unknown>): boolean =>
  options.mutationKey?.[0] === writeKey[0] && meta?.page !== ofThisPage.page;

/** Sends a write that the person waits for. */
export const act = <T = unknown>(asked: Asked): Promise<T> => send<T>(once(asked));

const longestMs = 30_000;
/** Where there was no answer it is tried until there is one; all writes go in the order in which they were made. */
const untilSent = {
  scope: { id: 'write' },
  retry: (_failures: number, error: Error) => isOffline(error),
  retryDelay: (failures: number) => Math.min(longestMs, 1000 * 2 ** failures),
};

/** Lets writes that a closed page left behind be sent. */
export const setWriteDefaults = (client: QueryClient) =>
  client.setMutationDefaults(writeKey, { mutationFn: (write: Write) => send(write), ...untilSent });

/** A write that waits where there is no network, and is sent once when there is one again. */
export const useWrite = <T = unknown, Context = unknown>(
  options: Omit<UseMutationOptions<T, RapportError, Write, Context>, 'mutationKey' | 'mutationFn'> = {},
) =>
  useMutation<T, RapportError, Write, Context>({
    ...untilSent,
    meta: ofThisPage,
    ...options,
    mutationKey: writeKey,
    mutationFn: send<T>,
  });
