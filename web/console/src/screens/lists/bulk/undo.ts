import type { Kind } from '../../../api/kinds.ts';
import { act } from '../../../api/write.ts';
import { writtenIn } from '../../../fields/field-def.ts';
import type { Patch } from './change.ts';
import { type Done, type Outcome, oneByOne, updateAll } from './run.ts';

const quiet = () => ({ signal: new AbortController().signal, told: () => undefined });

/** What a record was before, of the fields that were changed; what it did not have is taken out again. */
function formerOf({ before }: Done, fields: readonly string[]): Patch {
  const custom = (before.custom ?? {}) as Record<string, unknown>;
  const plain = fields.filter((field) => !field.startsWith('custom.'));
  const own = fields.filter((field) => field.startsWith('custom.')).map((field) => field.slice(7));
  const former = Object.fromEntries(plain.map((name) => [name, writtenIn({ name }, before[name]) ?? null]));
  const formerOwn = Object.fromEntries(own.map((key) => [key, custom[key] ?? null]));
  return { ...former, ...(own.length > 0 && { custom: formerOwn }) };
}

/** Gives changed records their former values back, but for those that somebody has changed since. */
export async function undoUpdates(
  kind: Kind,
  done: readonly Done[],
  fields: readonly string[],
): Promise<Outcome> {
  const former = new Map(
    done.map((one) => [one.after.id, { patch: formerOf(one, fields), version: one.after.version }]),
  );
  const untouched = (id: string, version: number) => former.get(id)?.version === version;
  return updateAll(
    kind,
    done.map(({ after }) => after),
    // A record that is read again because it has moved on keeps what was written into it.
    ({ id, version }) => (untouched(id, version) ? former.get(id)?.patch : undefined),
    quiet(),
  );
}

/** Takes deleted records out of the trash. */
export const undoDeletes = (done: readonly Done[]): Promise<Outcome> =>
  oneByOne(
    done.map(({ before }) => before),
    ({ id }) => act({ method: 'POST', path: `/v1/trash/${id}/restore` }),
    quiet(),
  );

/** Opens tasks again that were ticked off. */
export const undoDone = (done: readonly Done[]): Promise<Outcome> =>
  oneByOne(
    done.map(({ before }) => before),
    ({ id }) => act({ method: 'POST', path: `/v1/tasks/${id}/reopen` }),
    quiet(),
  );
