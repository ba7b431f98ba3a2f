import { AppError, notFound } from '../core/errors.ts';
import type { Item, Key } from '../core/projection.ts';
import { changeItemType, type RecordBase, type RecordKind, recordKey } from '../core/record.ts';
import { queryItems } from '../platform/dynamo.ts';
import { parseContext } from '../platform/parse-context.ts';
import { firstLater, gaps, type State, type Step, undo } from './as-of.ts';
import { type AuditLine, auditRecordPk } from './audit.ts';
import { changesOf, lineOfItem } from './audit-store.ts';
import { baseOf, changeOfItem, type StoredChange } from './change-line.ts';
import { changeKindOf } from './history.ts';

/** Changes that may be undone for one answer: five BatchGets. */
const mostUndone = 500;
const pageSize = 100;
const mostPages = 20;

const tooFar = () =>
  new AppError(
    'unprocessable',
    'as_of_too_far',
    `The record has changed more than ${mostUndone} times since. Ask for a later moment, or read its history.`,
  );
const erased = () =>
  new AppError('gone', 'erased', 'What the record was then is erased, as a person asked for it.');

/** A partition's items, newest first, a hundred at a time. */
async function* pages(range: { pk: string; from?: string; to?: string }): AsyncGenerator<Item[]> {
  let after: Key | undefined;
  for (let n = 0; n < mostPages; n++) {
    const page = await queryItems({ ...range, newestFirst: true, consistent: true, limit: pageSize, after });
    yield page.items;
    after = page.last;
    if (!after) return;
  }
  throw tooFar();
}

const stepOfLine = (item: Item): Step[] => {
  const line: AuditLine = lineOfItem(item);
  const [kind, version] = [changeKindOf(line), line.record?.version];
  return kind && version ? [{ id: line.id, at: line.at, version, kind }] : [];
};
const stepOfEntry = (item: Item): Step[] => {
  if (item.type !== changeItemType) return [];
  const { id, at, recordVersion, kind } = changeOfItem(item);
  return [{ id, at, version: recordVersion, kind }];
};

type Asked = { workspaceId: string; of: RecordKind<RecordBase>['kind']; id: string; instant: string };

/**
 * The steps from a version back to what stood at the instant, without a gap: from the record's log, and where that lacks some
 * (the newest are on their way, the oldest were made before there was a log) from its timeline.
 */
async function stepsBack({ workspaceId, of, id, instant }: Asked, current: number): Promise<Step[]> {
  const steps = new Map<number, Step>();
  const lacks = () => gaps([...steps.values()], current, instant);
  const take = (found: Step[]) => {
    for (const step of found) if (step.version <= current) steps.set(step.version, step);
    if ([...steps.values()].filter(({ at }) => at > instant).length > mostUndone) throw tooFar();
  };
  const log = pages({ pk: auditRecordPk(workspaceId, id) });
  const timeline = pages({ pk: recordKey(workspaceId, of, id).pk, from: '#', to: '$' });
  const turn = async (source: AsyncGenerator<Item[]>, stepOf: (item: Item) => Step[]) => {
    const { value, done } = await source.next();
    if (!done) take(value.flatMap(stepOf));
    return !done;
  };
  await turn(log, stepOfLine);
  if (!steps.has(current)) await turn(timeline, stepOfEntry);
  while (lacks().length > 0 && (await turn(log, stepOfLine)));
  while (lacks().length > 0 && (await turn(timeline, stepOfEntry)));
  if (lacks().length > 0) throw erased();
  return [...steps.values()];
}

/** Steps as the lines that they are from, to find their changes by. */
const linesOf = ({ of, id: recordId }: Asked, steps: Step[]): AuditLine[] =>
  steps.map(({ id, at, kind }) => ({
    id,
    at,
    action: `record.${kind}`,
    actor: { kind: '', id: '' },
    record: { kind: of, id: recordId },
  }));

async function changesIn(asked: Asked, steps: Step[]): Promise<StoredChange[]> {
  const found = await changesOf(asked.workspaceId, linesOf(asked, steps));
  const isErased = (change: StoredChange | undefined) => change === undefined || change.forgets;
  if (steps.some(({ id }) => isErased(found.get(id)))) throw erased();
  return [...found.values()];
}

/** The record as it stood at the instant; undefined where it was not there yet. */
async function stateAt(asked: Asked, current: State): Promise<State | undefined> {
  const steps = await stepsBack(asked, current.version);
  const since = firstLater(steps, current.version, asked.instant) ?? Number.POSITIVE_INFINITY;
  const changes = await changesIn(
    asked,
    steps.filter(({ version }) => version >= since),
  );
  const then = undo(
    current,
    changes.map((change) => ({
      ...change,
      version: change.recordVersion,
      ...(change.kind === 'deleted' && { base: baseOf(change) }),
    })),
  );
  const made = steps.find(({ version }) => version === then?.version);
  return then && made && { ...then, updatedAt: made.at };
}

/**
 * A record as it stood at an instant: what changed since is undone, from the record as it is backwards. One Query, and one
 * BatchGet for each hundred changes since. Throws `<kind>_not_found` where it was not made yet, `erased` where what changed is
 * erased, `as_of_too_far` where it has changed more than 500 times since. Who asks must see the record.
 */
export async function recordAsOf<T extends RecordBase>(
  of: RecordKind<T>,
  current: T,
  instant: string,
): Promise<T> {
  const { workspaceId, id } = current;
  const then = await stateAt({ workspaceId, of: of.kind, id, instant }, current as unknown as State);
  if (!then) throw notFound(of.kind, id);
  return of.schema.parse(then, parseContext());
}
