import type { Context } from '../core/actor.ts';
import { AppError, notFound } from '../core/errors.ts';
import type { Page, PageRequest } from '../core/page.ts';
import type { Item, Key } from '../core/projection.ts';
import { nameOf } from '../core/projection.ts';
import type { Change, Kept } from '../core/record.ts';
import { mustBeHere } from '../identity/user-store.ts';
import { cached } from '../platform/cache.ts';
import { commit, type Write } from '../platform/commit.ts';
import { getItem, getItems, updateItem } from '../platform/dynamo.ts';
import { recordPage } from '../platform/record-list.ts';
import { mustExist, recordStore } from '../platform/record-store.ts';
import { type Form, formRecord, ownersOf } from './form.ts';
import { formListPk } from './form-projection.ts';

/** FORM-1: by id, one GetItem. */
export const formStore = recordStore(formRecord);

/** Says whose form a public key is; the one item of a form that the workspace does not lead. */
const formKeyKey = (formKey: string): Key => ({ pk: `FORMKEY#${formKey}`, sk: 'FORMKEY' });

const keyWrite = ({ formKey, workspaceId, id }: Form): Write => ({
  action: {
    Put: {
      Item: { ...formKeyKey(formKey), workspaceId, formId: id },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  },
});

/**
 * Holds the form to its users and its template being there; a pipeline is looked at where the form is decided. Owners that it
 * had before may be gone since: they get no lead.
 */
const references = (form: Form, before?: Form): Write[] => [
  ...ownersOf(form)
    .filter((id) => !before || !ownersOf(before).includes(id))
    .map((id) => mustBeHere(form.workspaceId, id, '/owner')),
  ...(form.welcomeTemplateId
    ? [mustExist(form.workspaceId, 'template', form.welcomeTemplateId, '/welcomeTemplateId')]
    : []),
];

export const saveNewForm = (change: Kept<Form>, by: Context) =>
  formStore.save(change, by, [keyWrite(change.after), ...references(change.after)]);

export const saveForm = (change: Kept<Form>, by: Context) =>
  formStore.save(change, by, references(change.after, change.before));

export const removeForm = (change: Change<Form>, by: Context) =>
  formStore.save(change, by, [{ action: { Delete: { Key: formKeyKey(change.before?.formKey ?? '') } } }]);

/** Lets a form's public key lead to it, where it leads nowhere yet; whether it does then. May be repeated. */
export async function holdFormKey(form: Form): Promise<boolean> {
  const holder = await getItem(formKeyKey(form.formKey));
  if (holder) return holder.workspaceId === form.workspaceId && holder.formId === form.id;
  await commit([keyWrite(form)]);
  return true;
}

/** Never tells what such a key was before. */
const unknown = (formKey: string) => notFound('form', formKey);

const lately = cached(30_000, async (formKey): Promise<Form> => {
  const holder = await getItem(formKeyKey(formKey));
  if (!holder) throw unknown(formKey);
  const form = await formStore.find(String(holder.workspaceId), String(holder.formId));
  if (!form) throw unknown(formKey);
  return form;
});

/**
 * FORM-2: by its public key, two GetItems at most every 30 s a process. Throws `form_not_found`, and `form_closed` (410)
 * where it takes nothing any more; a form just closed may go on for 30 s.
 */
export async function openForm(formKey: string): Promise<Form> {
  const form = await lately(formKey);
  if (form.status === 'closed') throw new AppError('gone', 'form_closed', 'This form is closed.');
  return form;
}

/** FORM-3: newest first, one Query and one BatchGet a page. */
export const formPage = (workspaceId: string, page: PageRequest): Promise<Page<Form>> =>
  recordPage({ pk: formListPk(workspaceId), newestFirst: true }, page, 'forms', (ids) =>
    formStore.getMany(workspaceId, ids),
  );

export type Trapped = { honeypot: number };
const trappedKey = (workspaceId: string, id: string): Key => ({
  pk: formStore.keyOf(workspaceId, id).pk,
  sk: 'TRAPPED',
});
const trappedOf = (item: Item | undefined): Trapped => ({ honeypot: Number(item?.honeypot ?? 0) });

/** Counts what a machine sent: nothing else is kept of it. */
export const countTrapped = ({ workspaceId, id }: Form) =>
  updateItem(trappedKey(workspaceId, id), {
    UpdateExpression: 'ADD honeypot :one',
    ExpressionAttributeValues: { ':one': 1 },
  });

/** FORM-4: a form and what its honeypot caught, one BatchGet. Throws `form_not_found`. */
export async function formWithTrapped(workspaceId: string, id: string): Promise<Form & { trapped: Trapped }> {
  const [record, trapped] = [formStore.keyOf(workspaceId, id), trappedKey(workspaceId, id)];
  const found = await getItems([record, trapped]);
  const item = found.get(nameOf(record));
  if (!item) throw notFound('form', id);
  return { ...formStore.parse(item), trapped: trappedOf(found.get(nameOf(trapped))) };
}
