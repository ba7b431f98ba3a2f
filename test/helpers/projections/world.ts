import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { IdKind } from '../../../shared/core/ids.ts';
import type { Item, Key, Projections } from '../../../shared/core/projection.ts';
import { recordKey } from '../../../shared/core/record.ts';
import { ownerPk, teamMemberKey } from '../../../shared/core/scoped-list.ts';
import { stagePk } from '../../../shared/deals/deal-projection.ts';
import { clockSk, type DealClock } from '../../../shared/deals/idle.ts';
import { defaultStages } from '../../../shared/deals/pipeline.ts';
import { db, queryItems, tableName } from '../../../shared/platform/dynamo.ts';
import { projections as real, recordToLookAt } from '../../../shared/projections/registry.ts';
import { listPk } from '../../../shared/records/list-entries.ts';
import { anActivity } from '../../fixtures/activity.ts';
import { aContact } from '../../fixtures/contact.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { acme, ann, monday } from '../../fixtures/ids.ts';
import { aPipeline } from '../../fixtures/pipeline.ts';
import type { Step } from './steps.ts';
import { wordyProjection } from './wordy.ts';

/** The projections as deployed, and one whose records have more entries than a transaction holds. */
export const projections: Projections = { ...real, WORDY: wordyProjection };

const of = (prefix: string, n: number) => `${prefix}_01K${String(n).padStart(23, '0')}`;
const idsOf = { contact: 'ct', deal: 'dl', activity: 'ac' } as const;
export const keyOf = (kind: keyof typeof idsOf, n: number) =>
  recordKey(acme, kind as IdKind, of(idsOf[kind], n));
export const dealKey = (n = 0) => keyOf('deal', n);
const wordyKey = (n: number): Key => ({ pk: `WS#${acme}#WORDY#${n}`, sk: 'WORDY' });
const clockKey = (n: number): Key => ({ pk: dealKey(n).pk, sk: clockSk });
const pipelineKey = recordKey(acme, 'pipeline', aPipeline().id);
const dayOf = (day: number) => `2026-11-${String(day).padStart(2, '0')}T08:00:00.000Z`;

type Of<K extends Step['to']> = Extract<Step, { to: K }>;
/** The item that a step puts where it says, but for its version. */
const contents = {
  deal: ({ n, stage, day, amountCents }: Of<'deal'>): [Key, object] => [
    dealKey(n),
    aDeal({
      id: of('dl', n),
      name: `Deal ${n}`,
      stageId: stage,
      status: stage === 'won' || stage === 'lost' ? stage : 'open',
      stageEnteredAt: dayOf(day),
      amountCents,
      ownerId: n % 2 === 0 ? undefined : ann, // whose team is borrowed
    }),
  ],
  clock: ({ n, day, planned }: Of<'clock'>): [Key, Partial<DealClock>] => [
    clockKey(n),
    {
      last: { at: dayOf(day), kind: 'call', id: of('ac', day) },
      planned:
        planned === undefined ? {} : { [of('tk', 1)]: { at: dayOf(planned), kind: 'task', resets: false } },
    },
  ],
  pipeline: ({ idleDays }: Of<'pipeline'>): [Key, object] => [
    pipelineKey,
    aPipeline({
      stages: defaultStages.map((stage) => (stage.kind === 'open' ? { ...stage, idleDays } : stage)),
    }),
  ],
  team: ({ n }: Of<'team'>): [Key, object] => [teamMemberKey(acme, ann), { recordId: of('tm', n) }],
  contact: ({ n, day }: Of<'contact'>): [Key, object] => [
    keyOf('contact', n),
    aContact({ id: of('ct', n), createdAt: dayOf(day) }),
  ],
  activity: ({ n, deals, text }: Of<'activity'>): [Key, object] => [
    keyOf('activity', n),
    anActivity({ id: of('ac', n), contactId: of('ct', 0), dealIds: deals.map((d) => of('dl', d)), text }),
  ],
  wordy: ({ n, words, colour }: Of<'wordy'>): [Key, object] => [
    wordyKey(n),
    { id: `wd_${n}`, workspaceId: acme, words, colour, createdAt: monday },
  ],
};
function keyOfNothing({ kind, n }: Of<'nothing'>): Key {
  if (kind === 'wordy') return wordyKey(n);
  if (kind === 'team') return teamMemberKey(acme, ann);
  return kind === 'clock' ? clockKey(n) : keyOf(kind, n);
}

/** The deals that depend on the pipeline, found as a re-projection finds them: by the cards on its board. */
async function dealsOnBoard(): Promise<Key[]> {
  const pages = await Promise.all(
    defaultStages.map(({ id }) =>
      queryItems({ pk: stagePk(acme, aPipeline().id, id), limit: 100, consistent: true }),
    ),
  );
  return pages.flatMap(({ items }) => items.map((card) => recordKey(acme, 'deal', String(card.id))));
}

/** The deals that depend on Ann's team, found in the list of what is hers. */
async function dealsOfAnn(): Promise<Key[]> {
  const pk = ownerPk(listPk(acme, 'deal'), ann);
  const { items } = await queryItems({ pk, limit: 100, consistent: true });
  return items.map(({ id }) => recordKey(acme, 'deal', String(id)));
}

/** What the stream, and for what is borrowed the queue of its dependants, then asks to look at. */
async function looksAfter(key: Key): Promise<Key[]> {
  if (key.sk === 'UNIQUE') return dealsOfAnn();
  return [recordToLookAt(key), ...(key.sk === pipelineKey.sk ? await dealsOnBoard() : [])];
}

/**
 * The writer's side: puts or removes one item a step and answers the keys to look at. A version goes on from where it
 * was, removed or not, unless it is told to begin anew.
 */
export function writer({ restart = false } = {}) {
  const versions = new Map<string, number>();
  return async (step: Step): Promise<Key[]> => {
    const name = (key: Key) => `${key.pk} ${key.sk}`;
    if (step.to === 'nothing') {
      const key = keyOfNothing(step);
      if (restart) versions.delete(name(key));
      await db.send(new DeleteCommand({ TableName: tableName(), Key: { pk: key.pk, sk: key.sk } }));
      return looksAfter(key);
    }
    const [key, content] = contents[step.to](step as never);
    const version = (versions.get(name(key)) ?? 0) + 1;
    versions.set(name(key), version);
    const Item: Item = { ...content, version, ...key };
    await db.send(new PutCommand({ TableName: tableName(), Item }));
    return looksAfter(key);
  };
}
