import { dueEntry } from '../core/due.ts';
import { notFound } from '../core/errors.ts';
import type { Page, PageRequest } from '../core/page.ts';
import { type Item, type Key, nameOf } from '../core/projection.ts';
import { recordKey, workspacePk } from '../core/record.ts';
import type { Write } from '../platform/commit.ts';
import { queryPage } from '../platform/cursor.ts';
import { getItem, getItems, queryItems } from '../platform/dynamo.ts';
import type { Ids } from '../platform/merged.ts';
import { parseContext } from '../platform/parse-context.ts';
import { recordPage } from '../platform/record-list.ts';
import { scopedPage } from '../platform/scoped-page.ts';
import { type ListedStatus, listedStatuses, Run, watchedBy } from './run.ts';

type Named = Pick<Run, 'workspaceId' | 'ruleId' | 'id'>;
const runsPk = (workspaceId: string, ruleId: string, status?: ListedStatus) =>
  `${recordKey(workspaceId, 'rule', ruleId).pk}#RUNS${status ? `#${status}` : ''}`;
export const runKey = ({ workspaceId, ruleId, id }: Named): Key => ({
  pk: runsPk(workspaceId, ruleId),
  sk: id,
});
/** RUN-3: the runs for a record. */
const recordRunsPk = (workspaceId: string, recordId: string) =>
  `${workspacePk(workspaceId)}#RUNSOF#${recordId}`;
/** RUN-4: those that wait until something holds of the record. */
const waitingPk = (workspaceId: string, recordId: string) =>
  `${workspacePk(workspaceId)}#WAITING#${recordId}`;
export const runOf = (item: Item): Run => Run.parse(item, parseContext());

/** RUN-1: by rule and id, one GetItem. */
export async function findRun(named: Named): Promise<Run | undefined> {
  const item = await getItem(runKey(named));
  return item && runOf(item);
}
/** The same; throws `run_not_found`. */
export async function getRun(named: Named): Promise<Run> {
  const run = await findRun(named);
  if (!run) throw notFound('run', named.id);
  return run;
}

async function getMany(all: Named[]): Promise<Run[]> {
  const items = await getItems(all.map(runKey));
  return all.flatMap((one) => {
    const item = items.get(nameOf(runKey(one)));
    return item ? [runOf(item)] : [];
  });
}

/** RUN-2: of a rule, newest event first: one Query a page; one BatchGet more for those of one status. */
export const runPage = (
  workspaceId: string,
  ruleId: string,
  status: ListedStatus | undefined,
  page: PageRequest,
): Promise<Page<Run>> => {
  if (status === undefined)
    return queryPage({ pk: runsPk(workspaceId, ruleId), newestFirst: true }, page, 'runs', runOf);
  const range = { pk: runsPk(workspaceId, ruleId, status), newestFirst: true };
  const ofIds = (ids: string[]) => getMany(ids.map((id) => ({ workspaceId, ruleId, id })));
  return recordPage(range, page, `runs ${status}`, ofIds, (one) => one.status === status);
};

/** RUN-3: for a record, newest event first: a Query for each of its ids and one BatchGet a page. */
export async function recordRunPage(
  workspaceId: string,
  recordIds: Ids,
  page: PageRequest,
): Promise<Page<Run>> {
  const [base = '', ...merged] = recordIds.map((id) => recordRunsPk(workspaceId, id));
  const wanted = { base, partitions: [base], merged, newestFirst: true };
  const { items, cursor } = await scopedPage(wanted, page, 'record runs', ({ ruleId, sk }) => ({
    workspaceId,
    ruleId: String(ruleId),
    id: sk,
  }));
  return { items: items.length > 0 ? await getMany(items) : [], cursor };
}

const mostWaiting = 100;
/** RUN-4: the runs that wait until something holds of a record; one consistent Query. */
export async function waitingFor(workspaceId: string, recordId: string): Promise<Named[]> {
  const pk = waitingPk(workspaceId, recordId);
  const { items } = await queryItems({ pk, limit: mostWaiting, consistent: true });
  return items.map(({ sk, ruleId }) => ({ workspaceId, ruleId: String(ruleId), id: sk }));
}

/** Somebody else has taken the run a step on. */
export class Outrun extends Error {}
const outrun =
  ({ id }: Named) =>
  () =>
    new Outrun(`The run ${id} has moved on`);

/** A run in the due index, where its rule is part of its name. */
const dueItem = ({ workspaceId, ruleId, id }: Named, at: string): Item =>
  dueEntry(at, 'rule_wait', workspaceId, 'run', `${ruleId}.${id}`);
/** The run that an entry of the due index names. */
export function ofDueName(workspaceId: string, name: string): Named {
  const [ruleId = '', id = ''] = name.split('.');
  return { workspaceId, ruleId, id };
}

const put = (Item: Item): Write => ({ action: { Put: { Item } } });
const gone = ({ pk, sk }: Key): Write => ({ action: { Delete: { Key: { pk, sk } } } });

/** Of an entry that a run has at most one of: the one that goes and the one that comes, where they differ; it is kept as long as its run. */
function moved(had: Item | undefined, has: Item | undefined): Write[] {
  const stays = had && has && nameOf(had) === nameOf(has);
  if (stays && had.expiresAt === has.expiresAt) return [];
  return [...(had && !stays ? [gone(had)] : []), ...(has ? [put(has)] : [])];
}
const entry = (pk: string, { id, ruleId, expiresAt }: Run): Item => ({ pk, sk: id, id, ruleId, expiresAt });
const ofRecord = (run: Run | undefined) => run && entry(recordRunsPk(run.workspaceId, run.recordId), run);
const dueOf = (run: Run | undefined) => (run?.dueAt ? dueItem(run, run.dueAt) : undefined);
const statusOf = (run: Run | undefined) => {
  const status = listedStatuses.find((one) => one === run?.status);
  return run && status ? entry(runsPk(run.workspaceId, run.ruleId, status), run) : undefined;
};
/** As long as it is looked at again because of a condition: until it rests, whatever it does meanwhile. */
const watchOf = (run: Run | undefined) =>
  run?.dueAt && run.watched ? entry(waitingPk(run.workspaceId, watchedBy(run)), run) : undefined;

/**
 * The writes that take a run on, for the transaction of the deed: it is as `after` says, one version on, if it still is as it was
 * stored (`before`; none where it is not there yet). They fail with `Outrun`.
 */
export function runWrites(before: Run | undefined, after: Run): Write[] {
  const Item = { ...after, version: (before?.version ?? 0) + 1, ...runKey(after) };
  const guard = before
    ? { ConditionExpression: 'version = :before', ExpressionAttributeValues: { ':before': before.version } }
    : { ConditionExpression: 'attribute_not_exists(pk)' };
  return [
    { action: { Put: { Item, ...guard } }, refused: outrun(after) },
    ...moved(ofRecord(before), ofRecord(after)),
    ...moved(statusOf(before), statusOf(after)),
    ...moved(dueOf(before), dueOf(after)),
    ...moved(watchOf(before), watchOf(after)),
  ];
}
/** The run as it is stored by these writes. */
export const storedAs = (before: Run | undefined, after: Run): Run => ({
  ...after,
  version: (before?.version ?? 0) + 1,
});
