import type { Activity } from '../../../shared/activities/activity.ts';
import { ContactBody } from '../../../shared/contacts/contact.ts';
import { veiled } from '../../../shared/core/veil.ts';
import { composeMail } from '../../../shared/mail/compose.ts';
import { messageStore } from '../../../shared/mail/message-store.ts';
import { mailObject } from '../../../shared/privacy/archive-store.ts';
import { fileLines, fileParts } from './files.ts';
import { jsonLines, timelineCsv, timelineEntries } from './lines.ts';
import { links } from './links.ts';
import { safeName } from './names.ts';
import type { Person } from './person.ts';
import { activities, activityBody, deals, merged, orders, promises, tasks, tickets } from './records.ts';
import type { Part } from './zip.ts';

const json = (value: unknown) => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);

/** A mail of ours as it was composed; SES wrote its own id and date over it. */
async function sentMail(workspaceId: string, id: string): Promise<Buffer | undefined> {
  const message = await messageStore.find(workspaceId, id);
  if (!message || message.erasedAt) return undefined;
  return composeMail(message, { from: { name: '', address: message.from ?? '' } });
}

async function* mailParts({ workspaceId }: Person, activity: Activity): AsyncGenerator<Part> {
  const { mail, id } = activity;
  if (!mail) return;
  const { rawKey, intakeId, attachments } = mail;
  const sent = intakeId?.startsWith('ms_') ? await sentMail(workspaceId, intakeId) : undefined;
  const content = (rawKey && (await mailObject(rawKey))) || sent;
  if (content) yield { name: `mails/${id}.eml`, content };
  for (const [n, { key, filename }] of attachments.entries()) {
    const file = await mailObject(key);
    if (file) yield { name: `files/${id}/${n + 1} ${safeName(filename)}`, content: file };
  }
}

async function* listedActivities(person: Person, mails: Activity[]): AsyncGenerator<object> {
  if (!person.seesActivities) return;
  for await (const activity of activities(person)) {
    if (person.seesAll && activity.mail) mails.push(activity);
    yield activityBody(person, activity);
  }
}

const about: Record<string, string> = {
  'contact.json': 'the person as they stand in the CRM',
  'merged.jsonl': 'contacts that were merged into the person, as they stood then, a line each',
  'activities.jsonl': 'calls, mails, meetings, notes, forms and page views, a line each',
  'changes.jsonl': 'what happened and what was changed, field by field, a line each',
  'timeline.csv': 'the same in short, for a spreadsheet',
  'deals.jsonl': 'deals with the person, a line each',
  'tasks.jsonl': 'tasks about the person, a line each',
  'orders.jsonl': 'what the person bought, a line each',
  'tickets.jsonl': 'what the person asked for, a line each',
  'promises.jsonl': 'what the person was promised, a line each',
  'links.jsonl': 'what the person is to other records, and those to them, a line each',
  'files.jsonl': 'files of the person and of their deals, a line each',
  'mails/': 'mails as they were sent',
  'files/': 'those files, and what was attached to mails, by the file or the activity they came with',
};

/** All there is of a person, part after part. */
export async function* partsOf(person: Person): AsyncGenerator<Part> {
  const { who, contact, seesAll } = person;
  const mails: Activity[] = [];
  const left = seesAll
    ? {}
    : { leftOut: 'mails, their attachments and what forms carried: fields of theirs are hidden' };
  yield { name: 'index.json', content: json({ contactId: contact.id, contents: about, ...left }) };
  yield {
    name: 'contact.json',
    content: json(ContactBody.partial().parse(veiled(who, 'contact', contact))),
  };
  yield { name: 'merged.jsonl', content: jsonLines(merged(person)) };
  yield { name: 'activities.jsonl', content: jsonLines(listedActivities(person, mails)) };
  yield { name: 'changes.jsonl', content: jsonLines(timelineEntries(person)) };
  yield { name: 'timeline.csv', content: timelineCsv(person) };
  yield { name: 'deals.jsonl', content: jsonLines(deals(person)) };
  yield { name: 'tasks.jsonl', content: jsonLines(tasks(person)) };
  yield { name: 'orders.jsonl', content: jsonLines(orders(person)) };
  yield { name: 'tickets.jsonl', content: jsonLines(tickets(person)) };
  yield { name: 'promises.jsonl', content: jsonLines(promises(person)) };
  yield { name: 'links.jsonl', content: jsonLines(links(person)) };
  yield { name: 'files.jsonl', content: jsonLines(fileLines(person)) };
  yield* fileParts(person);
  for (const activity of mails) yield* mailParts(person, activity);
}
