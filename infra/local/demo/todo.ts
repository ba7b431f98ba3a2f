import { faker } from '@faker-js/faker/locale/de';
import { completeTask, createTask, type SaidTask, type Task } from '../../../shared/tasks/task.ts';
import { asUser, chance, dateOf, daysBefore, idFor, later, oneOf, someDays, workingMoment } from './dice.ts';
import { manager, type Person } from './people.ts';
import type { Sale } from './sales.ts';
import { type Step, step } from './write.ts';

export type Todo = { task: Task; steps: Step[] };

function make(given: SaidTask, by: { id: string; at: string }, name: string, doneAt?: string): Todo {
  const maker = asUser(by.id, by.at);
  const made = createTask(given, maker, { id: idFor('task', by.at, name) });
  const doer = asUser(given.ownerId ?? by.id, doneAt ?? by.at);
  const done = doneAt ? completeTask(made.after, doer) : undefined;
  return {
    task: done?.after ?? made.after,
    steps: [step(made, maker), ...(done ? [step(done, doer)] : [])],
  };
}

const calls = [
  'Call {name} about the offer',
  'Send the revised offer to {name}',
  'Ask {name} for the floor plan',
  'Agree on a date with {name}',
  'Send references to {name}',
];
const titleFor = ({ contact }: Person) =>
  oneOf(calls).replace('{name}', `${contact.firstName} ${contact.lastName}`);

/** When tasks are due, in days from now; what is past is overdue. */
const dueIn = [-9, -5, -3, -2, -1, -1, 0, 0, 0, 0, 1, 1, 2, 2, 3, 4, 5, 6, 7, 9, 12, 15, 20, 30];

/** Open tasks of deals that somebody cares for: overdue, today, later. */
export function openTasks(sales: Sale[], anchor: string): Todo[] {
  const busy = faker.helpers.shuffle(sales.filter(({ deal, quiet }) => deal.status === 'open' && !quiet));
  return dueIn.map((days, i) => {
    const { deal, person, owner, lastAt } = busy[i % busy.length] as Sale;
    const given = {
      title: titleFor(person),
      dueOn: dateOf(daysBefore(anchor, -days)),
      ownerId: owner,
      contactId: person.contact.id,
      dealId: deal.id,
    };
    return make(given, { id: owner, at: lastAt }, `open ${i}`);
  });
}

/** What was done in the last weeks. */
export function doneTasks(sales: Sale[], anchor: string): Todo[] {
  return Array.from({ length: 18 }, (_, i) => {
    const { deal, person, owner, createdAt, lastAt } = oneOf(sales.filter(({ quiet }) => !quiet));
    const from = Date.parse(later(createdAt, daysBefore(anchor, 60)));
    const doneAt = new Date(from + faker.number.float() * (Date.parse(lastAt) - from)).toISOString();
    const given = { title: titleFor(person), ownerId: owner, contactId: person.contact.id, dealId: deal.id };
    const when = later(createdAt, doneAt);
    return make({ ...given, dueOn: dateOf(when) }, { id: owner, at: createdAt }, `done ${i}`, when);
  });
}

/** What is nobody's yet, or has nothing to do with a deal. */
export function otherTasks(people: Person[], anchor: string): Todo[] {
  const chores = [
    'Update the price list',
    'Book the stand for the spring fair',
    'Prepare the sales meeting',
    'Answer the tender portal',
    'Order new catalogues',
    'Clean up old leads',
  ];
  return chores.map((title, i) => {
    const given = {
      title,
      ...(i % 2 === 0 && { ownerId: manager }),
      ...(chance(0.7) && { dueOn: dateOf(daysBefore(anchor, -faker.number.int({ min: 0, max: 14 }))) }),
      ...(i > 3 && { contactId: oneOf(people).contact.id }),
    };
    return make(given, { id: manager, at: workingMoment(anchor, someDays(1, 10)) }, `other ${i}`);
  });
}
