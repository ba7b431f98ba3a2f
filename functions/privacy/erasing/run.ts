import { auditId, byContext } from '../../../shared/audit/audit.ts';
import { auditWrites } from '../../../shared/audit/audit-store.ts';
import { type Context, systemContext } from '../../../shared/core/actor.ts';
import { AppError } from '../../../shared/core/errors.ts';
import type { Key } from '../../../shared/core/projection.ts';
import {
  advanceErasure,
  type Erasure,
  type ErasureStep,
  erasureDueAt,
  erasureSteps,
  type Tally,
} from '../../../shared/privacy/erasure.ts';
import { erasureStore } from '../../../shared/privacy/erasure-store.ts';
import { eraseActivities, eraseIntakes } from './activities.ts';
import { eraseFiles } from './files.ts';
import { lookAgain } from './look-again.ts';
import {
  eraseDeals,
  eraseExports,
  eraseHistory,
  eraseLinks,
  eraseMessages,
  eraseRecords,
  eraseTasks,
} from './records.ts';
import type { Step, Work } from './work.ts';

const steps: Record<ErasureStep, Step> = {
  activities: eraseActivities,
  intakes: eraseIntakes,
  deals: eraseDeals,
  tasks: eraseTasks,
  records: eraseRecords,
  links: eraseLinks,
  messages: eraseMessages,
  files: eraseFiles,
  exports: eraseExports,
  history: eraseHistory,
  'look again': lookAgain,
};

export type How = {
  now: string;
  isTimeLeft: () => boolean;
  look: (keys: Key[]) => Promise<void>;
  /** Also where it is done: the table may be an older one than it was done in. */
  again?: boolean;
};

/** Whether the step came to its end before the time did. */
async function finished(step: Step, work: Work, tally: Tally, isTimeLeft: () => boolean): Promise<boolean> {
  for await (const one of step(work)) {
    if (one) tally[one] = (tally[one] ?? 0) + 1;
    if (!isTimeLeft()) return false;
  }
  return true;
}

const isWanted = (erasure: Erasure, { now, again = false }: How) =>
  again || erasure.status !== 'done' || (erasureDueAt(erasure) ?? '~') <= now;

/** In the log as what was done with a person: ids alone. */
const lineOf = ({ workspaceId, contactId, id }: Erasure, by: Context) =>
  auditWrites(workspaceId, {
    ...byContext(by),
    id: auditId('person.erased', id, by.now),
    action: 'person.erased',
    record: { kind: 'contact', id: contactId },
  });

async function save(erasure: Erasure, stepsDone: ErasureStep[], tally: Tally, by: Context): Promise<Erasure> {
  const change = advanceErasure(erasure, { stepsDone, tally }, by.now);
  const isOver = change.after.status === 'done' && erasure.status !== 'done';
  try {
    await erasureStore.save(change, by, isOver ? lineOf(erasure, by) : []);
    return change.after;
  } catch (error) {
    if (error instanceof AppError && error.code === 'version_conflict') return erasure; // another run goes on
    throw error;
  }
}

/**
 * One run of an erasure: as many steps as there is time for, then what it came to is stored, and with it the call for the
 * next run. May be killed at any line, repeated, and be at work twice at once: whatever is left is what the next run
 * finds. Throws what may pass (throttling, a bucket that does not answer).
 */
export async function runErasure(workspaceId: string, id: string, how: How): Promise<Erasure> {
  const erasure = await erasureStore.get(workspaceId, id);
  if (!isWanted(erasure, how)) return erasure;
  const by = systemContext(workspaceId, 'system', id, how.now, id);
  const work: Work = { workspaceId, contactId: erasure.contactId, erasure, by, look: how.look };
  const stepsDone = erasure.status === 'done' ? [] : [...erasure.stepsDone];
  const tally: Tally = {};
  for (const name of erasureSteps) {
    if (stepsDone.includes(name)) continue;
    if (!how.isTimeLeft() || !(await finished(steps[name], work, tally, how.isTimeLeft))) break;
    stepsDone.push(name);
  }
  return save(erasure, stepsDone, tally, by);
}
