import { rightsOf } from '../../shared/access/access-store.ts';
import { type Contact, displayName } from '../../shared/contacts/contact.ts';
import { contactStore } from '../../shared/contacts/contact-store.ts';
import { systemContext } from '../../shared/core/actor.ts';
import { mayTouch } from '../../shared/core/rights.ts';
import { whole } from '../../shared/core/scope.ts';
import { clip } from '../../shared/core/text.ts';
import { veiled } from '../../shared/core/veil.ts';
import type { Deal } from '../../shared/deals/deal.ts';
import { idleTaskMade } from '../../shared/deals/deal-events.ts';
import { dealStore } from '../../shared/deals/deal-store.ts';
import type { User } from '../../shared/identity/user.ts';
import { userStore } from '../../shared/identity/user-store.ts';
import { queueMessage } from '../../shared/mail/message.ts';
import { saveClaimed } from '../../shared/mail/message-store.ts';
import { htmlOfText, oneLine } from '../../shared/mail/render.ts';
import { consumer } from '../../shared/platform/consumer.ts';
import { isSample } from '../../shared/sample/sample.ts';
import type { Task } from '../../shared/tasks/task.ts';
import { taskStore } from '../../shared/tasks/task-store.ts';

type About = { task: Task; deal: Deal | undefined; contact: Contact | undefined };
function mailAbout({ task: { title, note, dueOn }, deal, contact }: About) {
  const lines = [
    title,
    note,
    '',
    deal && `Deal: ${deal.name}`,
    contact && `Contact: ${displayName(contact)}`,
    dueOn && `Due: ${dueOn}`,
    '',
    'Rapport made a task of it for you. A call, a mail, a note or a move of the deal puts it right.',
  ];
  const text = lines.filter((line) => line !== undefined).join('\n');
  const why = note?.split('\n')[0] || title; // the first line says how long, where, and what came last
  const subject = clip(oneLine(deal ? `${deal.name}: ${why}` : title), 300);
  return { subject, text, html: htmlOfText(text) };
}

/** As the owner may see it: a mail is a door like any other. */
async function shownTo(owner: User, { task, deal, contact }: About): Promise<About> {
  const { id, workspaceId, roles } = owner;
  const who = { id, rights: await rightsOf(workspaceId, { userId: id, roles }) };
  const isSeen = contact && mayTouch(who, 'contact', 'read', contact.ownerId);
  const { emails = [], phones = [] } = contact ? veiled(who, 'contact', contact) : {};
  const { note } = mayTouch(who, 'task', 'read', id) ? veiled(who, 'task', task) : {};
  return {
    task: { ...task, note },
    deal: deal && mayTouch(who, 'deal', 'read', deal.ownerId) ? deal : undefined,
    contact: isSeen ? { ...contact, emails, phones } : undefined,
  };
}

/** Tells the owner of an idle deal's task by mail, once a task. It is between us: no contact's timeline shows it. */
export const handler = consumer([idleTaskMade], async ({ id, workspaceId, data }) => {
  const task = await taskStore.find(whole(workspaceId), data.taskId);
  if (!task?.ownerId || task.status === 'done') return;
  const [owner, deal, contact] = await Promise.all([
    userStore.find(workspaceId, task.ownerId),
    dealStore.find(whole(workspaceId), data.dealId),
    task.contactId ? contactStore.find(whole(workspaceId), task.contactId) : undefined,
  ]);
  if (owner?.status !== 'active' || (deal && isSample(deal))) return; // of what is made up nobody is mailed
  const by = systemContext(workspaceId, 'mail', task.id, new Date().toISOString(), id);
  const about = mailAbout(await shownTo(owner, { task, deal, contact }));
  const mail = { ...about, to: owner.email, dealId: data.dealId };
  await saveClaimed(queueMessage({ claim: `idle:${task.id}`, purpose: 'idle_deal', ...mail }, by), by);
});
