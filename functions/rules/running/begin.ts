import { nameOf } from '../../../shared/core/projection.ts';
import { recordKey } from '../../../shared/core/record.ts';
import { messageStore } from '../../../shared/mail/message-store.ts';
import { commit } from '../../../shared/platform/commit.ts';
import { getItems, queryItems } from '../../../shared/platform/dynamo.ts';
import type { Owned } from '../../../shared/platform/record-type.ts';
import { type Cause, causeOf } from '../../../shared/rules/cause.ts';
import type { LiveRule } from '../../../shared/rules/live.ts';
import { type Happened, recordIn } from '../../../shared/rules/match.ts';
import { versionOf } from '../../../shared/rules/rule-store.ts';
import { beginRun, endRun, loopIn, type Run, runId } from '../../../shared/rules/run.ts';
import { findRun, Outrun, runKey, runOf, runWrites } from '../../../shared/rules/run-store.ts';
import { firstStep } from '../../../shared/rules/walk.ts';
import { ask } from './ask.ts';
import { goOn } from './go-on.ts';
import { isMeant } from './is-meant.ts';
import { isErased, subjectOf } from './subject.ts';

type Chain = Run['chain'];
const soonMs = 5 * 60_000;
/** Of who came into a segment, or left it, the event tells no cause: the newest change of the record does, where it was just now. */
async function causeOfMove({ workspaceId, at, data }: Happened): Promise<Cause | undefined> {
  const key = recordKey(workspaceId, String(data.of) as never, String(data.recordId));
  const { items } = await queryItems({ pk: key.pk, from: '#', to: '$', newestFirst: true, limit: 5 });
  const change = items.find(({ type }) => type === 'change');
  if (!change || Math.abs(Date.parse(at) - Date.parse(String(change.at))) >= soonMs) return undefined;
  return causeOf(change.by as object, change.cause as string | undefined);
}

/** The run of a rule because of which something happened: what becomes of its mail is its doing too. */
async function runBehind(workspaceId: string, by: Cause): Promise<Run | undefined> {
  if ('run' in by) return findRun({ workspaceId, ruleId: by.rule, id: by.run });
  const run = (await messageStore.find(workspaceId, by.mail))?.run;
  return run && findRun({ workspaceId, ...run });
}

/** The rules, with their records, up to the one because of which it happened; none where no rule did it. */
async function chainOf(event: Happened): Promise<Chain> {
  const by = event.by ?? (event.type.startsWith('segment.') ? await causeOfMove(event) : undefined);
  const run = by && (await runBehind(event.workspaceId, by));
  return run?.chain ?? [];
}

/** A run that was begun by the same event before: what is left of it is done. What waits is nobody's to wake here. */
const goesOn = async (run: Run, now: string) => (run.status === 'running' ? goOn(run, run, now) : undefined);

async function stopped(run: Run, reason: string, now: string): Promise<void> {
  try {
    await commit(runWrites(undefined, endRun(run, 'stopped', reason, now)));
  } catch (error) {
    if (!(error instanceof Outrun)) throw error;
  }
}

type Beginning = { rule: LiveRule; record: Owned; event: Happened; chain: Chain; now: string };
/** Begins a run, unless its condition does not hold, or it would go round in a circle: then that is noted, and nothing done. */
async function beginOne({ rule, record, event, chain, now }: Beginning): Promise<void> {
  const { workspaceId, id, type, at, data } = event;
  if (!(await isMeant(rule, event))) return;
  if (rule.condition && !(await ask(rule.condition, rule.kind, record, now)).holds) return;
  const { definition } = await versionOf(workspaceId, rule.id, rule.number);
  const about = { kind: rule.kind, recordId: record.id, event: { id, type, at, data } };
  const run = beginRun(
    { workspaceId, ruleId: rule.id, number: rule.number, ...about },
    firstStep(definition),
    chain,
    now,
  );
  const isNew = type === `${rule.kind}.created`;
  const loop = loopIn(chain, { ruleId: rule.id, recordId: record.id, isNew });
  return loop ? stopped(run, loop, now) : goOn(run, undefined, now);
}

/** That a record came into a segment or left it is told of that very one: who was merged into another leaves theirs, and the other does not. */
const isAnothers = ({ type }: Happened, recordId: string, record: Owned) =>
  type.startsWith('segment.') && record.id !== recordId;
/** A record by its id, read once for all rules that an event begins. */
async function recordFor(rules: readonly LiveRule[], event: Happened): Promise<Owned | undefined> {
  const [first] = rules;
  const recordId = first && recordIn(first.kind, event);
  if (!first || !recordId) return undefined;
  const record = await subjectOf({ workspaceId: event.workspaceId, kind: first.kind, recordId, event });
  if (!record || isAnothers(event, recordId, record)) return undefined;
  return first.kind === 'contact' && isErased(record) ? undefined : record;
}

const reasonOf = (settled: PromiseSettledResult<void>) =>
  settled.status === 'rejected' ? [settled.reason as unknown] : [];

/**
 * Has an event begin runs of these rules, which are all for the same kind of record, and takes them on: one BatchGet of the runs that
 * may be there, and a GetItem of the record. What fails of one keeps back none of the others, and is thrown.
 */
export async function beginAll(rules: readonly LiveRule[], event: Happened, now: string): Promise<void> {
  const keyOf = ({ id: ruleId }: LiveRule) =>
    runKey({ workspaceId: event.workspaceId, ruleId, id: runId(ruleId, event) });
  const [items, record, chain] = await Promise.all([
    getItems(rules.map(keyOf)),
    recordFor(rules, event),
    chainOf(event),
  ]);
  const all = await Promise.allSettled(
    rules.map(async (rule) => {
      const there = items.get(nameOf(keyOf(rule)));
      if (there) return goesOn(runOf(there), now);
      return record && beginOne({ rule, record, event, chain, now });
    }),
  );
  const [reason] = all.flatMap(reasonOf);
  if (reason !== undefined) throw reason;
}
