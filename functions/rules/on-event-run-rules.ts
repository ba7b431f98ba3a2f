import * as z from 'zod';
import { kindOfId } from '../../shared/core/ids.ts';
import { queueConsumer } from '../../shared/platform/consumer.ts';
import { type LiveRules, mayWaitFor } from '../../shared/rules/live.ts';
import { begunBy, type Happened } from '../../shared/rules/match.ts';
import { liveNow, makePresets } from '../../shared/rules/preset-store.ts';
import { findRun, waitingFor } from '../../shared/rules/run-store.ts';
import { beginAll } from './running/begin.ts';
import { resume } from './running/go-on.ts';

const Published = z.object({
  'detail-type': z.string(),
  detail: z.object({
    id: z.string(),
    workspaceId: z.string(),
    at: z.iso.datetime(),
    data: z.record(z.string(), z.unknown()),
    by: z.union([z.object({ rule: z.string(), run: z.string() }), z.object({ mail: z.string() })]).optional(),
  }),
});

/** Begins the runs of the rules that an event names; of all others nothing is read. */
async function begin(live: LiveRules, event: Happened, now: string): Promise<void> {
  const begun = begunBy(live.rules, event);
  if (begun.length === 0) return;
  if (live.version === 0) await makePresets(event.workspaceId);
  const kinds = [...new Set(begun.map(({ kind }) => kind))];
  for (const kind of kinds)
    await beginAll(
      begun.filter((rule) => rule.kind === kind),
      event,
      now,
    );
}

/** Asks the runs anew that wait until something holds of the event's record; one Query, where any may. */
async function wake(
  live: LiveRules,
  { workspaceId, data: { recordId } }: Happened,
  now: string,
): Promise<void> {
  if (typeof recordId !== 'string' || !mayWaitFor(live, kindOfId(recordId) ?? '', now)) return;
  for (const named of await waitingFor(workspaceId, recordId)) {
    const run = await findRun(named);
    if (run) await resume(run, now);
  }
}

/**
 * Has what happens begin the rules of its workspace and take on the runs that wait for it. Safe to run twice and at once: the same
 * event begins one run of a rule, and each of its steps is done once.
 */
export const handler = queueConsumer(async (body) => {
  const { 'detail-type': type, detail } = Published.parse(body);
  const event = { ...detail, type };
  const now = new Date().toISOString();
  const live = await liveNow(event.workspaceId);
  await begin(live, event, now);
  await wake(live, event, now);
});
