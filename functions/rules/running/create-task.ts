import { localDate } from '../../../shared/core/local-day.ts';
import { userStore, whoAreHere } from '../../../shared/identity/user-store.ts';
import { mustBeNamed } from '../../../shared/records/record-references-store.ts';
import { type BlankValues, blanksIn, filled } from '../../../shared/rules/blanks.ts';
import { idOfStep } from '../../../shared/rules/run.ts';
import type { StepOf } from '../../../shared/rules/step.ts';
import { createTask } from '../../../shared/tasks/task.ts';
import { taskStore } from '../../../shared/tasks/task-store.ts';
import { workspaceOf } from '../../../shared/workspaces/workspace-store.ts';
import { sourceOf } from './mail-source.ts';
import type { Deed, Moment } from './moment.ts';
import { companyOf, contactOf, dealOf, ownerOf } from './subject.ts';

const mostTitle = 300;
const mostNote = 5000;
const dayMs = 86_400_000;
const dayIn = (now: string, days: number, timeZone: string) =>
  localDate(new Date(Date.parse(now) + days * dayMs).toISOString(), timeZone);

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
const idsOf = async ({ run, record }: Moment) => {
  const { companyId } = record as { companyId?: string };
  const [contact, deal] = await Promise.all([contactOf(run, record), dealOf(run, record)]);
  const company = run.kind === 'company' ? record.id : companyId;
  return { contactId: contact?.id, dealId: deal?.id, companyId: company };
};

/** Makes a task of a record, once a step; it names the record and the contact, company and deal that it is about. */
export const makeTask: Deed<'create_task'> = async (step, moment) => {
  const { run, by, noted } = moment;
  const id = idOfStep('task', run.id, step.id);
  const [values, ownerId, about, { timeZone }] = await Promise.all([
    blankValues(moment, [step.title, step.note ?? '']),
    whose(step, moment),
    idsOf(moment),
    workspaceOf(run.workspaceId),
  ]);
  const said = {
    title: filled(step.title, values, mostTitle) || '–',
    ...(step.note && { note: filled(step.note, values, mostNote) }),
    ...(step.dueInDays !== undefined && { dueOn: dayIn(by.now, step.dueInDays, timeZone) }),
    ...about,
    ownerId,
  };
  await taskStore.save(createTask(said, by, { id }), by, [...mustBeNamed(said, by), ...noted(id)]);
  return { made: id };
};
