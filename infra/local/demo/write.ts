import type { Context } from '../../../shared/core/actor.ts';
import { AppError } from '../../../shared/core/errors.ts';
import { type Key, nameOf } from '../../../shared/core/projection.ts';
import { type Change, type Kept, type RecordBase, recordKey } from '../../../shared/core/record.ts';
import { commit, type Write } from '../../../shared/platform/commit.ts';
import { getItems } from '../../../shared/platform/dynamo.ts';
import { writesOf } from '../../../shared/platform/record-store.ts';

/** One change of one record, as somebody made it at some time. */
export type Step = { key: Key; version: number; writes: Write[] };

export const step = <T extends RecordBase>(change: Kept<T>, by: Context): Step => {
  const { workspaceId, id, version } = change.after;
  const writes = writesOf(change as unknown as Change, by);
  return { key: recordKey(workspaceId, change.of.kind, id), version, writes };
};

const mostWrites = 100; // of a transaction
const atOnce = 4;

function groupsOf(steps: Step[]): Step[][] {
  const groups: Step[][] = [];
  let size = mostWrites;
  for (const one of steps) {
    size += one.writes.length;
    if (size > mostWrites) {
      groups.push([]);
      size = one.writes.length;
    }
    groups.at(-1)?.push(one);
  }
  return groups;
}

/** Whether all is written; false where something of it is there already, or somebody has taken its place. */
async function wrote(steps: Step[]): Promise<boolean> {
  try {
    await commit(steps.flatMap(({ writes }) => writes));
    return true;
  } catch (error) {
    if (error instanceof AppError && error.kind === 'conflict') return false;
    throw error;
  }
}

async function missing(steps: Step[]): Promise<Step[]> {
  const there = await getItems(steps.map(({ key }) => key));
  return steps.filter(({ key, version }) => Number(there.get(nameOf(key))?.version ?? 0) < version);
}

async function writeGroup(group: Step[]): Promise<void> {
  if (await wrote(group)) return;
  const rest = await missing(group); // a start before this one was killed
  if (rest.length === 0 || (await wrote(rest))) return;
  for (const one of rest) await wrote([one]);
}

/** Writes steps of different records, in few transactions. What was written before is left as it is. */
export async function writeAll(steps: Step[]): Promise<void> {
  const waiting = groupsOf(steps);
  const work = async () => {
    for (let group = waiting.shift(); group; group = waiting.shift()) await writeGroup(group);
  };
  const stop = (error: unknown) => {
    waiting.length = 0; // what one could not write, the others do not go on with
    throw error;
  };
  await Promise.all(Array.from({ length: atOnce }, () => work().catch(stop)));
}

/** The n-th steps of all records together, then the next: steps of one record follow each other. */
export async function writeInTurn(series: Step[][]): Promise<void> {
  const longest = Math.max(0, ...series.map(({ length }) => length));
  for (let n = 0; n < longest; n++) await writeAll(series.flatMap((steps) => steps[n] ?? []));
}
