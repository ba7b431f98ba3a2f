import { dateAfter, localDate } from '../../../shared/core/local-day.ts';
import type { Kept } from '../../../shared/core/record.ts';
import { idleTaskMade } from '../../../shared/deals/deal-events.ts';
import { userStore, whoAreHere } from '../../../shared/identity/user-store.ts';
import { mustBeNamed } from '../../../shared/records/record-references-store.ts';
import { type BlankValues, blanksIn, filled } from '../../../shared/rules/blanks.ts';
import { idOfStep } from '../../../shared/rules/run.ts';
import type { StepOf } from '../../../shared/rules/step.ts';
import { createTask, type SaidTask, type Task } from '../../../shared/tasks/task.ts';
import { taskStore } from '../../../shared/tasks/task-store.ts';
import { workspaceOf } from '../../../shared/workspaces/workspace-store.ts';
import { idleWords, isOfIdleness } from './idle-words.ts';
import { sourceOf } from './mail-source.ts';
import type { Deed, Moment } from './moment.ts';
import { companyOf, contactOf, dealOf, ownerOf } from './subject.ts';

const mostTitle = 300;
const mostNote = 5000;

/** Reads only what one of the blanks names. */
export async function blankValues({ run, record }: Moment, texts: readonly string[]): Promise<BlankValues> {
  const names = new Set(texts.flatMap(blanksIn).map((name) => name.split('.')[0]));
  const asked = <T>(name: string, read: () => Promise<T>) => (names.has(name) ? read() : undefined);
  const [contact, company, deal, workspace, source, ownerId] = await Promise.all([
    asked('contact', () => contactOf(run, record)),
    asked('company', () => companyOf(run, record)),
    asked('deal', () => dealOf(run, record)),
    asked('workspace', () => workspaceOf(run.workspaceId)),
    asked('form', () => sourceOf(run)),
    asked('owner', () => ownerOf(run, record)),
  ]);
  const owner = ownerId ? await userStore.find(run.workspaceId, ownerId) : undefined;
  return {
    'contact.firstName': contact?.firstName,
    'contact.lastName': contact?.lastName,
    'company.name': (company as { name?: string } | undefined)?.name,
    'deal.name': deal?.name,
    'form.name': source?.formName,
    'owner.name': owner?.name,
    'workspace.name': workspace?.name,
  };
}

async function whose({ owner }: StepOf<'create_task'>, { run, record }: Moment) {
  const [named] = typeof owner === 'object' ? await whoAreHere(run.workspaceId, [owner.userId]) : [];
  return named ?? ownerOf(run, record);
}
/** Whom the task is about, as far as they are there: a request could name nobody else. */
const idsOf = async ({ run, record }: Moment) => {
  const asked = [contactOf, dealOf, companyOf].map((find) => find(run, record));
  const [contact, deal, company] = await Promise.all(asked);
  return { contactId: contact?.id, dealId: deal?.id, companyId: company?.id };
};

/** A task that idleness makes is nobody's plan: it does not suspend the idleness, and its owner is told of it. */
function taskOf(said: SaidTask, id: string, { run, by }: Moment): Kept<Task> {
  if (!isOfIdleness(run)) return createTask(said, by, { id });
  const made = createTask(said, by, { id, origin: 'idle_deal' });
  return { ...made, events: [idleTaskMade({ dealId: run.recordId, taskId: id })] };
}

/** The moment from which its days are counted: of an idleness the one at which it was found. */
const since = ({ run, by }: Moment) => (isOfIdleness(run) ? run.event.at : by.now);

type Said = Pick<SaidTask, 'title' | 'note' | 'dueOn' | 'ownerId'>;
/** What its task says, whose it is and when it is due. `idle`: the words of the idleness because of which it is made. */
export async function taskSaid(
  step: StepOf<'create_task'>,
  moment: Moment,
  idle: BlankValues = {},
): Promise<Said> {
  const [values, ownerId, { timeZone }] = await Promise.all([
    blankValues(moment, [step.title, step.note ?? '']),
    whose(step, moment),
    workspaceOf(moment.run.workspaceId),
  ]);
  const words = { ...values, ...idle };
  return {
    title: filled(step.title, words, mostTitle) || '–',
    ...(step.note && { note: filled(step.note, words, mostNote) }),
    ...(step.dueInDays !== undefined && {
      dueOn: dateAfter(localDate(since(moment), timeZone), step.dueInDays),
    }),
    ownerId,
  };
}

/**
 * Makes a task of a record, once a step; it names the record and the contact, company and deal that it is about. Of a deal with which
 * something has happened since it lay idle it makes none.
 */
export const makeTask: Deed<'create_task'> = async (step, moment) => {
  const { run, by, noted } = moment;
  const id = idOfStep('task', run.id, step.id);
  const idle = isOfIdleness(run) ? await idleWords(run) : {};
  if (!idle) return { skipped: 'not_idle' };
  const [words, about] = await Promise.all([taskSaid(step, moment, idle), idsOf(moment)]);
  const said = { ...words, ...about };
  await taskStore.save(taskOf(said, id, moment), by, [...mustBeNamed(said, by), ...noted(id)]);
  return { made: id };
};
