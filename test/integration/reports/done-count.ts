import type { Activity } from '../../../shared/activities/activity.ts';
import type { Contact } from '../../../shared/contacts/contact.ts';
import type { Task } from '../../../shared/tasks/task.ts';
import { kept } from './bought-world.ts';
import { ways } from './done-world.ts';

/** Figures counted from the records by other code than the reports'. */
export async function doneWorld() {
  const alive = async <T>(sk: string) => (await kept(sk)).filter((one) => !one.deletedAt) as unknown as T[];
  const activities = await alive<Activity>('ACTIVITY');
  return {
    activities: activities.filter(({ at }) => at < new Date().toISOString()),
    tasks: await alive<Task>('TASK'),
    contacts: await alive<Contact>('CONTACT'),
  };
}
export type DoneWorld = Awaited<ReturnType<typeof doneWorld>>;

/** Who did it. */
export const whose = ({ call, by }: Activity) => call?.agentId ?? (by.kind === 'user' ? by.id : null);
const isWay = (activity: Activity, kind: string, direction?: string) =>
  activity.kind === kind && (!direction || (activity.direction ?? activity.call?.direction) === direction);

export function deedsCounted(activities: Activity[], tasksDone: Task[]) {
  const count = (kind: string, direction?: string) =>
    activities.filter((one) => isWay(one, kind, direction)).length;
  return {
    activities: activities.filter(({ kind }) => kind !== 'page_view').length,
    calls: count('call'),
    callsInbound: count('call', 'inbound'),
    callsOutbound: count('call', 'outbound'),
    mails: count('email'),
    mailsInbound: count('email', 'inbound'),
    mailsOutbound: count('email', 'outbound'),
    meetings: count('meeting'),
    notes: count('note'),
    formSubmissions: count('form_submission'),
    posts: 0,
    ratings: 0,
    tasksDone: tasksDone.length,
  };
}

/** What an activity is to who waits for an answer, as the list of ways says. */
function meant({ kind, direction, call, by, mail }: Activity) {
  const text = (said: object) => JSON.stringify(said);
  const key = (said: Partial<Activity>) =>
    text([
      said.kind,
      said.direction,
      said.call?.direction,
      said.call?.outcome,
      said.by?.kind,
      said.mail?.rawKey,
    ]);
  return ways.find(([said]) => key(said as Activity) === key({ kind, direction, call, by, mail }))?.[1];
}

const steps = [
  { upTo: 60, step: 1 },
  { upTo: 24 * 60, step: 10 },
  { upTo: 10 * 24 * 60, step: 60 },
];
function shownMinutes(from: string, to: string): number {
  const elapsed = (Date.parse(to) - Date.parse(from)) / 60_000;
  const step = steps.find(({ upTo }) => elapsed <= upTo)?.step ?? 24 * 60;
  return Math.ceil(elapsed / step) * step;
}
const median = (all: number[]) => {
  const sorted = all.toSorted((a, b) => a - b);
  const at = (n: number) => sorted[n] ?? Number.NaN;
  return (at(Math.floor((sorted.length - 1) / 2)) + at(Math.floor(sorted.length / 2))) / 2;
};

/** When a contact first came, and after how many minutes it was answered. */
export function answersOf({ contacts, activities }: DoneWorld) {
  return contacts.flatMap((contact) => {
    if (contact.erasedAt) return [];
    const ids = [contact.id, ...(contact.mergedIds ?? [])];
    const own = activities.filter(({ contactId }) => ids.includes(contactId));
    const first = (turn: string, from = '') =>
      own
        .filter((one) => meant(one) === turn && one.at >= from)
        .map(({ at }) => at)
        .toSorted()[0];
    const asked = first('asked');
    if (asked === undefined) return [];
    const [person, automatic] = [first('person', asked), first('automatic', asked)];
    return [{ contact, asked, person, automatic }];
  });
}
type Answered = ReturnType<typeof answersOf>;

export function answersCounted(all: Answered) {
  const minutes = (name: 'person' | 'automatic') =>
    all.flatMap(({ asked, [name]: at }) => (at ? [shownMinutes(asked, at)] : []));
  const [person, automatic] = [minutes('person'), minutes('automatic')];
  const within = (most: number) => person.filter((one) => one <= most).length / all.length;
  return {
    asked: all.length,
    answered: person.length,
    onlyAutomatic: all.filter((one) => one.automatic && !one.person).length,
    unanswered: all.filter((one) => !one.automatic && !one.person).length,
    ...(person.length > 0 && { medianMinutes: median(person) }),
    ...(all.length > 0 && { withinHour: within(60), withinDay: within(1440) }),
    automatic: automatic.length,
    ...(automatic.length > 0 && { automaticMedianMinutes: median(automatic) }),
  };
}
