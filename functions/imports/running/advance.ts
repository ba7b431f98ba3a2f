import { systemContext } from '../../../shared/core/actor.ts';
import type { Kept } from '../../../shared/core/record.ts';
import type { Import } from '../../../shared/imports/import.ts';
import { putPart } from '../../../shared/imports/import-object-store.ts';
import { finishWork, goOn, handOn } from '../../../shared/imports/import-run.ts';
import { importStore } from '../../../shared/imports/import-store.ts';
import { countedWith, noneRun, noneUndone, type Worked } from '../../../shared/imports/row-result.ts';
import { packResults } from './pack-results.ts';
import { runStages, type Stage, undoStages } from './stages.ts';

async function save(kept: Kept<Import>): Promise<Import> {
  const { workspaceId, id, updatedAt } = kept.after;
  await importStore.save(kept, systemContext(workspaceId, 'system', id, updatedAt, id));
  return kept.after;
}
const now = () => new Date().toISOString();
type Position = NonNullable<Import['position']>;

/** The next part of the work, from a position on; none where all is done. */
function nextPart(
  stages: readonly Stage[],
  { stage, part }: Position,
): (Position & { of: Stage }) | undefined {
  const of = stages[stage];
  if (!of) return undefined;
  return part < of.parts ? { stage, part, of } : nextPart(stages, { stage: stage + 1, part: 0 });
}

const counted = (one: Import, worked: Worked) =>
  one.status === 'undoing'
    ? { undo: countedWith(one.undo ?? noneUndone, worked) }
    : { run: countedWith(one.run ?? noneRun, worked) };

async function finish(one: Import, stages: readonly Stage[]): Promise<undefined> {
  await packResults(one, stages);
  await save(finishWork(one, now()));
}

/** Does the next part; answers the import as it is then, if there is more to do. */
async function step(one: Import, stages: readonly Stage[]): Promise<Import | undefined> {
  const next = nextPart(stages, one.position ?? { stage: 0, part: 0 });
  if (!next) return finish(one, stages);
  const { of, stage, part } = next;
  const worked = await of.run(part);
  await putPart(one, `${one.status === 'undoing' ? 'undone' : 'done'}/${of.name}`, part, worked.results);
  const position = { stage, part: part + 1 };
  const after = await save(goOn(one, { position, ...counted(one, worked) }, now()));
  return after.status === 'stopping' ? finish(after, stages) : after;
}

/**
 * Runs an import, or undoes it, part by part, and keeps after each how far it is, until it is done, or time is over and another call goes
 * on. Killed at any line, the next call does the part again, which makes nothing twice. One that is to be stopped does the part
 * that another call may be at, so that nobody makes anything afterwards. Throws `version_conflict` where another call was
 * quicker.
 */
export async function advance(given: Import, isTimeLeft: () => boolean): Promise<void> {
  const stages = await (given.status === 'undoing' ? undoStages(given) : runStages(given));
  let one: Import | undefined = given;
  while (one && isTimeLeft()) one = await step(one, stages);
  if (one) await save(handOn(one, now()));
}
