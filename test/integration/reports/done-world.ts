import * as fc from 'fast-check';
import { handler as activities } from '../../../functions/activities/api.ts';
import { handler as contacts } from '../../../functions/contacts/api.ts';
import { handler as tasks } from '../../../functions/tasks/api.ts';
import { type Activity, activityRecord } from '../../../shared/activities/activity.ts';
import { deleteActivityRoute, patchActivityRoute } from '../../../shared/activities/activity-routes.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { contactMergeRoutes, deleteContactRoute } from '../../../shared/contacts/contact-routes.ts';
import { newId } from '../../../shared/core/ids.ts';
import type { Route } from '../../../shared/core/route.ts';
import { recordStore, saveChanges } from '../../../shared/platform/record-store.ts';
import { forget, remove } from '../../../shared/privacy/forget.ts';
import {
  completeTaskRoute,
  createTaskRoute,
  deleteTaskRoute,
  patchTaskRoute,
  reopenTaskRoute,
} from '../../../shared/tasks/task-routes.ts';
import { anActivity } from '../../fixtures/activity.ts';
import { acme, ann, ben, noon } from '../../fixtures/ids.ts';
import { call } from '../../helpers/call.ts';
import { aContext } from '../../helpers/context.ts';
import { settleAll } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { deliverAll } from '../../helpers/merge-world.ts';
import { kept, makeContact, placedIn } from './bought-world.ts';

/** A moment of one of twenty months, the first of them January 2025; of a minute that is to be told from others. */
const minuteOf = (month: number, minutes: number) =>
  new Date(Date.UTC(2025, month, 3, 8) + minutes * 60_000).toISOString();
/** After whatever moment the tests run at. */
const toCome = '2199-01-01T08:00:00.000Z';

type Said = Pick<Activity, 'kind' | 'direction' | 'call' | 'by' | 'mail'>;
const by = (id: string) => ({ kind: 'user', id });
const system = { kind: 'mail', id: 'in_1' };
const mail = { threadId: 'th_1', from: 'ada@home.example', to: [], attachments: [] };
const rawKey = 'raw/1';
/** What may be said with somebody, and what it is to who waits for an answer. */
export const ways: readonly [Said, 'asked' | 'person' | 'automatic' | 'nothing'][] = [
  [{ kind: 'form_submission', direction: 'inbound', by: { kind: 'form', id: 'fm_1' } }, 'asked'],
  [{ kind: 'email', direction: 'inbound', by: system, mail: { ...mail, rawKey } }, 'asked'],
  [{ kind: 'email', direction: 'outbound', by: system, mail: { ...mail, rawKey } }, 'person'],
  [{ kind: 'email', direction: 'outbound', by: system, mail }, 'automatic'],
  [{ kind: 'email', direction: 'outbound', by: by(ann), mail }, 'person'],
  [{ kind: 'call', direction: 'inbound', call: { outcome: 'no_answer' }, by: by(ben) }, 'asked'],
  [{ kind: 'call', call: { direction: 'inbound', outcome: 'connected' }, by: by(ben) }, 'person'],
  [{ kind: 'call', direction: 'outbound', call: { outcome: 'busy' }, by: by(ann) }, 'nothing'],
  [{ kind: 'call', direction: 'outbound', call: { agentId: ben }, by: by(ann) }, 'person'],
  [{ kind: 'meeting', by: by(ben) }, 'person'],
  [{ kind: 'note', by: by(ann) }, 'nothing'],
  [{ kind: 'page_view', by: system }, 'nothing'],
];

type Moved = { month: number; minutes: number; isPlanned: boolean };
type Log = { do: 'log'; which: number; way: number } & Moved;
type Plan = { do: 'plan'; ownerId: string | undefined; isLate: boolean };
type OnPerson = { do: 'merge' | 'unmerge' | 'trash' | 'erase'; which: number; to: number };
type OnDeed = { do: 'move' | 'remove'; which: number } & Moved;
type OnTask = {
  do: 'finish' | 'reopen' | 'drop' | 'give';
  which: number;
  month: number;
  ownerId: string | undefined;
};
type DeedStep =
  | Log
  | Plan
  | OnPerson
  | OnDeed
  | OnTask
  | { do: 'meet'; month: number; source: string | undefined; ownerId: string | undefined }
  | { do: 'settle' | 'deliver' };

const which = fc.nat(12);
const month = fc.nat(19);
const ownerId = fc.constantFrom(ann, ben, undefined);
const moved = {
  month: fc.nat(2), // few, so that who asks is also answered
  minutes: fc.oneof(fc.nat(70), fc.nat(1500), fc.nat(40_000)),
  isPlanned: fc.nat(9).map((n) => n === 0),
};
const log = fc.record({ do: fc.constant('log'), which, way: fc.nat(ways.length - 1), ...moved });
const meeting = fc.record({
  do: fc.constant('meet'),
  month,
  source: fc.constantFrom('Fair', undefined),
  ownerId,
});
const plan = fc.record({ do: fc.constant('plan'), ownerId, isLate: fc.boolean() });
const onTask = fc.record({
  do: fc.constantFrom('finish', 'finish', 'reopen', 'drop', 'give'),
  which,
  month,
  ownerId,
});
export const aDeedStep = fc.oneof(
  { weight: 12, arbitrary: log },
  { weight: 5, arbitrary: meeting },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('move', 'remove'), which, ...moved }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('merge', 'unmerge'), which, to: which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('trash', 'erase'), which, to: which }) },
  { weight: 4, arbitrary: plan },
  { weight: 6, arbitrary: onTask },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('settle', 'deliver') }) },
) as fc.Arbitrary<DeedStep>;

export type DeedIds = { contacts: string[]; activities: string[]; tasks: string[] };
const pick = (ids: readonly string[], n: number) => ids[n % (ids.length || 1)];
const momentOf = (step: Moved) => (step.isPlanned ? toCome : minuteOf(step.month, step.minutes));

/** As the product logs it, by whoever does: a person, a form, a mail. */
async function logged(step: Log, ids: DeedIds): Promise<void> {
  const contactId = pick(ids.contacts, step.which);
  const contact = contactId && (await recordStore(contactRecord).find(acme, contactId));
  if (!contact || contact.deletedAt || contact.erasedAt) return; // nothing is logged with who is gone
  const [said] = ways[step.way] ?? [];
  const id = newId('activity');
  await keep(activityRecord, anActivity({ ...said, id, contactId, at: momentOf(step) } as Partial<Activity>));
  ids.activities.push(id);
}

/** What the erasure of a person leaves of the contact, and takes of what was said. */
async function erase(contactId: string): Promise<void> {
  const context = aContext({ workspaceId: acme, now: noon });
  const contact = await recordStore(contactRecord).find(acme, contactId);
  if (!contact || contact.deletedAt) return;
  const change = forget(contactRecord, contact, context);
  if (change) await saveChanges([change] as never, context);
  const said = (await kept('ACTIVITY')).filter((one) => one.contactId === contactId);
  for (const activity of said)
    await saveChanges([remove(activityRecord, activity as unknown as Activity)] as never, context);
}

const send = async (handler: Parameters<typeof call>[0], route: Route, more: object) => {
  await call(handler, route, more); // what is refused (a merge of what is merged) changes nothing, and is part of the history
};
async function touchPerson(step: OnPerson, ids: DeedIds): Promise<void> {
  const contactId = pick(ids.contacts, step.which);
  if (!contactId) return;
  const params = { contactId };
  if (step.do === 'trash') await send(contacts, deleteContactRoute, { params });
  else if (step.do === 'erase') await erase(contactId);
  else if (step.do === 'merge')
    await send(contacts, contactMergeRoutes.merge, { params, body: { ids: [pick(ids.contacts, step.to)] } });
  else
    await send(contacts, contactMergeRoutes.unmerge, { params, body: { id: pick(ids.contacts, step.to) } });
}
async function touchDeed(step: OnDeed, ids: DeedIds): Promise<void> {
  const activityId = pick(ids.activities, step.which);
  if (!activityId) return;
  const params = { activityId };
  if (step.do === 'remove') await send(activities, deleteActivityRoute, { params });
  else await send(activities, patchActivityRoute, { params, body: { at: momentOf(step) } });
}

async function planned({ ownerId: owner, isLate }: Plan, ids: DeedIds): Promise<void> {
  const body = { title: 'Call', ownerId: owner, dueOn: isLate ? '2025-03-01' : '2199-03-01' };
  const { body: made } = await call(tasks, createTaskRoute, { body });
  ids.tasks.push(String(made.id));
}
async function touchTask(step: OnTask, ids: DeedIds): Promise<void> {
  const taskId = pick(ids.tasks, step.which);
  if (!taskId) return;
  const params = { taskId };
  if (step.do === 'give')
    return send(tasks, patchTaskRoute, { params, body: { ownerId: step.ownerId ?? null } });
  const routes = { finish: completeTaskRoute, reopen: reopenTaskRoute, drop: deleteTaskRoute };
  await send(tasks, routes[step.do], { params, now: placedIn(step.month) });
}

/** One step of a history of what people do. */
export async function takeDeed(step: DeedStep, ids: DeedIds): Promise<void> {
  switch (step.do) {
    case 'log':
      return logged(step, ids);
    case 'meet':
      ids.contacts.push(
        await makeContact({ leadSource: step.source, ownerId: step.ownerId }, placedIn(step.month)),
      );
      return;
    case 'plan':
      return planned(step, ids);
    case 'settle':
      return settleAll();
    case 'deliver':
      return deliverAll();
    case 'move':
    case 'remove':
      return touchDeed(step, ids);
    case 'finish':
    case 'reopen':
    case 'drop':
    case 'give':
      return touchTask(step, ids);
    default:
      return touchPerson(step, ids);
  }
}
