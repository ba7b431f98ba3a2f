import { allRights, type Context } from '../../../shared/core/actor.ts';
import { AppError } from '../../../shared/core/errors.ts';
import type { Change } from '../../../shared/core/record.ts';
import { pipelineStore } from '../../../shared/deals/deal-store.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { commit, type Write } from '../../../shared/platform/commit.ts';
import { writesOf } from '../../../shared/platform/record-store.ts';
import type { Owned, RecordType } from '../../../shared/platform/record-type.ts';
import { parsePart } from '../../../shared/platform/request.ts';
import type { SampleKind, SampleMark, SampleRecord, SampleWorld } from '../../../shared/sample/sample.ts';
import { sampleCompanies, sampleContacts } from '../../../shared/sample/sample-people.ts';
import { markWrite, readMark, thereOf } from '../../../shared/sample/sample-store.ts';
import { sampleDeals, sampleHistory, sampleTasks } from '../../../shared/sample/sample-work.ts';
import { workspaceStore } from '../../../shared/workspaces/workspace-store.ts';
import { recordTypes } from '../../records/types/record-types.ts';

type Step = (world: SampleWorld, withAddresses: boolean) => SampleRecord[];
/** Each a transaction, and what a later one names is made by then. */
const steps: readonly Step[] = [sampleCompanies, sampleContacts, sampleDeals, sampleTasks, sampleHistory];
export const isComplete = (mark: SampleMark): boolean => mark.steps >= steps.length;

/**
 * Whoever may write the workspace's settings may have the set in it, whatever records their roles reach. Webhooks are not told; an
 * idempotency key is of one transaction, and this needs none.
 */
export const asSampler = ({ once: _, ...by }: Context): Context => ({
  ...by,
  actor: { ...by.actor, rights: allRights },
  quiet: true,
  source: { kind: 'demo' },
});

async function worldFor(by: Context, mark: SampleMark): Promise<SampleWorld> {
  const { workspaceId, id: ownerId } = by.actor;
  const { timeZone, defaultPipelineId } = await workspaceStore.get(workspaceId, workspaceId);
  const [pipeline, there] = await Promise.all([
    pipelineStore.get(workspaceId, defaultPipelineId),
    thereOf(workspaceId, mark),
  ]);
  return { now: by.now, timeZone, ownerId, pipeline, idOf: (key) => there.get(key) };
}

type Made = { kind: SampleKind; key: string; change: Change; also: Write[] };
/** Decided by the same functions as what people make. Required custom fields are left empty, as in what was there before them. */
async function decide({ kind, key, given }: SampleRecord, by: Context): Promise<Made> {
  const type = recordTypes[kind] as unknown as RecordType<Owned, object, object>;
  const { change, also = [] } = await type.make(parsePart(type.shape.created, given), by);
  return { kind, key, change: change as unknown as Change, also };
}

async function makeStep(mark: SampleMark, by: Context, withAddresses: boolean): Promise<SampleMark> {
  const step = steps[mark.steps] as Step;
  const records = step(await worldFor(by, mark), withAddresses);
  const all: Made[] = await Promise.all(records.map((record) => decide(record, by)));
  const made = all.map(({ kind, key, change }) => ({ kind, key, id: change.after?.id ?? '' }));
  const after: SampleMark = {
    version: mark.version + 1,
    steps: mark.steps + 1,
    madeAt: mark.madeAt ?? by.now,
    made: [...mark.made, ...made],
  };
  // First of all whether another is at work: what it has made would be in the way as well, and says less.
  await commit([
    markWrite(by.actor.workspaceId, mark, after),
    ...all.flatMap(({ change, also }) => [...writesOf(change, by), ...also]),
  ]);
  return after;
}

const addressCodes = ['email_taken', 'person_erased'];
/** Somebody may have an address of the set already, or have been erased with it: then it is made without them. */
async function withoutTaken(mark: SampleMark, by: Context): Promise<SampleMark> {
  try {
    return await makeStep(mark, by, true);
  } catch (error) {
    if (error instanceof AppError && addressCodes.includes(error.code)) return makeStep(mark, by, false);
    throw error;
  }
}

/** Makes what is missing of the set. May be killed at any line, be done again and at once: each step is made once. */
export async function makeSample(given: Context): Promise<SampleMark> {
  const by = asSampler(given);
  let mark = await readMark(by.actor.workspaceId);
  while (!isComplete(mark))
    mark = await retryLostRace(async () => {
      const now = await readMark(by.actor.workspaceId);
      return isComplete(now) ? now : withoutTaken(now, by);
    });
  return mark;
}
