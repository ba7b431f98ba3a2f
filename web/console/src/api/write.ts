import { type QueryClient, type UseMutationOptions, useMutation } from '@tanstack/react-query';
import type { RapportError } from '../../../client/src/index.ts';
import { api } from './client.ts';

/** A write as data, so that one that waits for the network outlives the page. `key` makes it one, however often it is sent. */
export type Write = {
  method: 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  path: string;
  body?: unknown;
  ifMatch?: { version: number };
  key: string;
};
type Asked = Omit<Write, 'key'>;

/** 128 random bits; `crypto.randomUUID` is not there on pages without TLS. */
const newKey = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** A write that is to happen once. Make it where the person acts, not where it is sent. */
export const once = (asked: Asked): Write => ({ ...asked, key: newKey() });

/** Sends a write; the API's answer. */
export async function send<T = unknown>({ method, path, body, ifMatch, key }: Write): Promise<T> {
  const isPost = method === 'POST';
  const asked = { method, path, body, ...(isPost && { isOnce: true }) };
  const { data } = await api().send(asked, {
    ...(isPost && { idempotencyKey: key }),
    ...(ifMatch && { ifMatch: { version: ifMatch.version } }),
  });
  return data as T;
}

/** Sends a write that the person waits for. */
export const act = <T = unknown>(asked: Asked): Promise<T> => send<T>(once(asked));

const writeKey = ['write'];
/** Lets writes that a closed page left behind be sent. */
export const setWriteDefaults = (client: QueryClient) =>
  client.setMutationDefaults(writeKey, { mutationFn: (write: Write) => send(write) });

/** A write that waits where there is no network, and is sent once when there is one again. */
export const useWrite = <T = unknown, Context = unknown>(
  options: Omit<UseMutationOptions<T, RapportError, Write, Context>, 'mutationKey' | 'mutationFn'> = {},
) => useMutation<T, RapportError, Write, Context>({ ...options, mutationKey: writeKey, mutationFn: send<T> });
