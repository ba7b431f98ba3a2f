import { randomFillSync } from 'node:crypto';
import { ulid } from 'ulid';
import * as z from 'zod';

/** What the ids of a kind begin with. */
export const idPrefixes = {
  workspace: 'ws',
  user: 'us',
  contact: 'ct',
  deal: 'dl',
  pipeline: 'pl',
  activity: 'ac',
  task: 'tk',
  form: 'fm',
  template: 'tp',
  mailbox: 'mb',
  message: 'ms',
  intake: 'in',
  thread: 'th',
  file: 'fi',
  change: 'ch',
  team: 'tm',
  role: 'rl',
  key: 'ky',
  session: 'se',
  erasure: 'er',
  export: 'ex',
  import: 'im',
  dataExport: 'dx',
  audit: 'au',
  company: 'cm',
  product: 'pr',
  order: 'or',
  ticket: 'ti',
  promise: 'pm',
  link: 'lk',
  dedupe: 'du',
  grade: 'gr',
  segment: 'sg',
  view: 'vw',
  dashboard: 'db',
  field: 'fd',
  webhook: 'wh',
  delivery: 'wd',
  rule: 'ru',
  run: 'rr',
  notification: 'nt',
  spend: 'sp',
  target: 'tg',
  scoring: 'sc',
} as const;
export type IdKind = keyof typeof idPrefixes;

const pool = new Uint8Array(1024);
let used = pool.length;
/** Secure random numbers from a pool: ulid's own source asks the system for each of its 16 characters, ten times as slow. */
function random(): number {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  return (pool[used++] ?? 0) / 256;
}

/** A new id: prefix + ULID (github.com/ulid/spec), so that ids sort by the moment they were made. */
export const newId = (kind: IdKind, at?: string) =>
  `${idPrefixes[kind]}_${ulid(at === undefined ? undefined : Date.parse(at), random)}`;

const kinds = new Map(Object.entries(idPrefixes).map(([kind, prefix]) => [prefix as string, kind as IdKind]));
/** The kind that an id's prefix names. */
export const kindOfId = (id: string): IdKind | undefined => kinds.get(id.split('_')[0] ?? '');

/** `besides`: what else may stand in its place, in words for who gave neither. */
export const idOf = (kind: IdKind, besides = '') =>
  z
    .string()
    .regex(
      new RegExp(`^${idPrefixes[kind]}_[0-9A-HJKMNP-TV-Z]{26}$`),
      `Must be ${besides}an id like ${idPrefixes[kind]}_01J….`,
    );
