import { isOpenedBefore } from '../../../../shared/deals/opened-on.ts';
import type { Pipeline, Stage } from '../../../../shared/deals/pipeline.ts';
import { plain } from '../../../../shared/search/fold.ts';
import { type Naming, said } from './named.ts';

const isCalled = (written: string) => {
  const wanted = plain(written);
  return ({ id, name }: { id: string; name: string }) => plain(name) === wanted || plain(id) === wanted;
};

const kindWords: readonly [RegExp, Stage['kind']][] = [
  [/\b(?:won|gewonnen|gagne|ganad[oa]|vint[oa]|wygran[ay]|success)/, 'won'],
  [/\b(?:lost|verloren|perdu|perdid[oa]|pers[oa]|przegran[ay]|dead|abandoned|disqualified)/, 'lost'],
];
/** Whether a stage or a status says that the deal is over, in words of other programs: `Closed Won`, `verloren`. */
const kindOf = (written: string | undefined) =>
  written === undefined ? undefined : kindWords.find(([pattern]) => pattern.test(plain(written)))?.[1];

function pipelineOf(naming: Naming, all: readonly Pipeline[], defaultId: string): Pipeline | undefined {
  const own = all.find(({ id }) => id === defaultId) ?? all[0];
  const written = said(naming, 'pipeline');
  if (!written) return own;
  const found = all.find(isCalled(written));
  if (!found)
    naming.faults.push({
      field: 'pipeline',
      code: 'pipeline_unknown',
      detail: `There is no pipeline ${written}; it stands in ${own?.name}.`,
    });
  return found ?? own;
}

/** The stage that a row names by its name or its id, else the one of the kind that its words say. */
function stageOf(naming: Naming, { stages }: Pipeline): Stage | undefined {
  const [stage, status] = [said(naming, 'stage'), said(naming, 'status')];
  const named = stage === undefined ? undefined : stages.find(isCalled(stage));
  const kind = kindOf(stage) ?? kindOf(status);
  const found = named ?? stages.find((one) => one.kind === kind);
  if (!found && stage)
    naming.faults.push({
      field: 'stage',
      code: 'stage_unknown',
      detail: `There is no stage ${stage}; it begins in the first.`,
    });
  return found;
}

const noon = (day: unknown) => (typeof day === 'string' ? `${day}T12:00:00.000Z` : undefined);
/** When and why a deal is over: of exports that have one column for it, the day on which it was to close is the day on which it did. */
function closingOf({ values, besides, faults }: Naming, { kind }: Stage, now: string): object {
  const { closedAt, lostReason, wonReason, expectedCloseOn } = values;
  if (kind === 'open') return {};
  const at = closedAt ?? noon(expectedCloseOn) ?? besides.createdAt;
  if (at === undefined)
    faults.push({
      field: 'closedAt',
      code: 'closed_at_missing',
      detail: 'It is over, and nothing says since when: since now.',
    });
  const reason = kind === 'lost' ? { lostReason: lostReason ?? 'Not said' } : { wonReason };
  return { closedAt: at === undefined || String(at) > now ? now : at, ...reason };
}

/** A day of beginning that is behind the end was mistyped: the deal is worth more than the day. */
function openedInTime({ values, faults }: Naming, now: string): void {
  const { openedOn, closedAt = now } = values;
  if (openedOn === undefined || isOpenedBefore(String(openedOn), String(closedAt))) return;
  faults.push({
    field: 'openedOn',
    code: 'opened_too_late',
    detail: `${openedOn} is behind its end, or behind today: it is left out.`,
  });
  delete values.openedOn;
}

type Around = { defaultPipelineId: string; now: string };
/** Where a deal stands. What is said of the end of one that is not over is left out. */
export async function stageNamed(naming: Naming, { defaultPipelineId, now }: Around): Promise<void> {
  const pipeline = pipelineOf(naming, await naming.namer.pipelines(), defaultPipelineId);
  if (!pipeline) return;
  const stage = stageOf(naming, pipeline);
  const closing = stage ? closingOf(naming, stage, now) : {};
  for (const name of ['closedAt', 'lostReason', 'wonReason']) delete naming.values[name];
  Object.assign(naming.values, { pipelineId: pipeline.id, ...(stage && { stageId: stage.id }), ...closing });
  openedInTime(naming, now);
}
