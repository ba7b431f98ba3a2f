import { beforeAll, describe, expect, test } from 'vitest';
import { partsOf } from '../../../functions/privacy/exporting/parts.ts';
import { personOf } from '../../../functions/privacy/exporting/person.ts';
import { functions } from '../../../infra/functions.ts';
import { activityRecord } from '../../../shared/activities/activity.ts';
import { newId } from '../../../shared/core/ids.ts';
import { idleReason } from '../../../shared/deals/idle-words.ts';
import { defaultStages } from '../../../shared/deals/pipeline.ts';
import { userRecord } from '../../../shared/identity/user.ts';
import { claimName } from '../../../shared/mail/message.ts';
import { messageStore } from '../../../shared/mail/message-store.ts';
import { newNotification } from '../../../shared/notifications/notification.ts';
import { notificationMade } from '../../../shared/notifications/notification-events.ts';
import { recordStore } from '../../../shared/platform/record-store.ts';
import { exportStore } from '../../../shared/privacy/export-store.ts';
import { taskRecord } from '../../../shared/tasks/task.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { acme, ann, monday } from '../../fixtures/ids.ts';
import { aUser } from '../../fixtures/user.ts';
import { ask, leaksIn } from '../../helpers/access-ask.ts';
import { hasPermission, hidden, may, ownerClasses } from '../../helpers/access-oracle.ts';
import { credentialOf } from '../../helpers/access-people.ts';
import { backgroundDoors } from '../../helpers/access-registry.ts';
import { people, personNamed, personNames } from '../../helpers/access-roles.ts';
import { useAccessWorld } from '../../helpers/access-standing.ts';
import { contactIds, dealId, mailIds, put, secretsOf, taskOf } from '../../helpers/access-world.ts';
import { tell } from '../../helpers/notified.ts';

beforeAll(useAccessWorld);

const everyone = personNames.map((name) => ({ name, person: personNamed(name) }));

test('every function that is no door of the API has a row that says what it tells whom', () => {
  const all = functions.filter(({ trigger }) => trigger.kind !== 'api').map(({ name }) => name);
  const where =
    'Say what it tells whom in test/helpers/access-registry.ts, and try it here where it is a person';
  expect(Object.keys(backgroundDoors).sort(), where).toEqual(all.sort());
});

async function textOf(content: unknown): Promise<string> {
  if (Buffer.isBuffer(content)) return content.toString();
  return (await Array.fromAsync(content as AsyncIterable<string>)).join('');
}
/** What the archive holds that was asked for, file by file. */
async function archiveOf(exportId: string): Promise<Record<string, string>> {
  const person = await personOf(await exportStore.get(acme, exportId));
  if (!person) throw new Error('The archive is of nobody');
  const files: Record<string, string> = {};
  for await (const { name, content } of partsOf(person)) files[name] = await textOf(content);
  return files;
}

const exporters = everyone.filter(({ person }) => hasPermission(person, 'contacts:export'));
describe('the archive of a person', () => {
  test.each(exporters)(
    'holds for $name what they may see of them, and nothing else',
    async ({ name, person }) => {
      for (const whose of ownerClasses.filter((one) => may(person, 'contact', 'export', one))) {
        const params = { contactId: contactIds[whose] };
        const { status, body } = await ask(name, 'exportContact', { params, body: {} });
        expect(status).toBe(202);
        const files = await archiveOf(String((body as { id?: unknown }).id));
        expect(leaksIn(person, Object.values(files).join('\n'))).toEqual([]);
        const seen = ownerClasses
          .filter((one) => may(person, 'deal', 'read', one))
          .filter((one) => !hidden(person, 'deal', one).includes('contactId')); // to be here says whom it is with
        const deals = files['deals.jsonl']?.split('\n').filter(Boolean) ?? [];
        expect(deals.map((line) => JSON.parse(line).id).sort()).toEqual(
          seen.map((one) => dealId(whose, one)).sort(),
        );
      }
    },
  );
});

/** The mail that Ann gets of a task that idleness made. */
const mailOf = async (taskId: string) => {
  const asked = { workspaceId: acme, userId: ann, type: 'deal_idle', id: `idle:${taskId}` } as const;
  const { id: notificationId, topic } = newNotification(asked, monday, {
    onConsole: true,
    mark: '',
    now: monday,
  });
  await tell(notificationMade({ notificationId, userId: ann, topic }));
  return messageStore.findByUnique(acme, { name: claimName, value: `notification:${notificationId}` });
};
const mailed = everyone.filter(({ name }) => !('cap' in people[name]) && !('scopes' in people[name]));
describe('a mail to the owner of an idle deal', () => {
  test.each(mailed)('tells $name of the deal and its contact what they may see', async ({ name, person }) => {
    const roles = credentialOf(name).memberships?.[0]?.roles ?? [];
    await put(userRecord, aUser({ id: ann, roles }));
    for (const contact of ownerClasses)
      for (const whose of ownerClasses) {
        const taskId = newId('task', monday);
        const deal = dealId(contact, whose);
        await put(taskRecord, { ...taskOf('own', taskId, contactIds[contact], deal), title: 'Call again' });
        await tell({ type: 'deal.idle_task_made', data: { dealId: deal, taskId } });
        const mail = await mailOf(taskId);
        expect(mail?.text.includes('Call again')).toBe(may(person, 'task', 'read', 'own'));
        expect(leaksIn(person, `${mail?.subject} ${mail?.text} ${mail?.html}`)).toEqual([]);
      }
  });
});

test('the note of an idle deal’s task names no address: whoever sees the task reads it', async () => {
  const activity = await recordStore(activityRecord).get(acme, mailIds.own);
  const [stage] = defaultStages;
  if (!stage) throw new Error('There is a stage');
  const reason = idleReason(aDeal(), stage, 3, { kind: 'email', activity });
  expect(reason).not.toContain(secretsOf.contact('own').emails);
});
