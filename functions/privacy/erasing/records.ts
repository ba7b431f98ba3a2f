import type { Key } from '../../../shared/core/projection.ts';
import { type RecordBase, type RecordKind, recordKey } from '../../../shared/core/record.ts';
import { dealRecord } from '../../../shared/deals/deal.ts';
import { withdrawDataExport } from '../../../shared/exports/data-export.ts';
import { dropDataExportFiles } from '../../../shared/exports/data-export-object-store.ts';
import { dataExportsPk } from '../../../shared/exports/data-export-projection.ts';
import { dataExportStore } from '../../../shared/exports/data-export-store.ts';
import { dropLinksOf } from '../../../shared/links/record-links-store.ts';
import { recordMessagesPk } from '../../../shared/mail/message-projection.ts';
import { orderRecord } from '../../../shared/orders/order.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { env } from '../../../shared/platform/env.ts';
import { saveChanges } from '../../../shared/platform/record-store.ts';
import type { Erased } from '../../../shared/privacy/erasure.ts';
import { dropExport, exportKey } from '../../../shared/privacy/export.ts';
import { contactExportsPk } from '../../../shared/privacy/export-projection.ts';
import { exportStore } from '../../../shared/privacy/export-store.ts';
import { partition } from '../../../shared/privacy/items-store.ts';
import { purgeObject } from '../../../shared/privacy/objects-store.ts';
import { promiseRecord } from '../../../shared/promises/promise.ts';
import { relatedIds } from '../../../shared/records/related-store.ts';
import { forgetScoring } from '../../../shared/scoring/forget-scoring-store.ts';
import { taskRecord } from '../../../shared/tasks/task.ts';
import { ticketRecord } from '../../../shared/tickets/ticket.ts';
import { forgetHistory, forgetMerges } from './history.ts';
import { eraseMessage } from './mail.ts';
import { scrub } from './scrub.ts';
import type { Step, Whose, Work } from './work.ts';

type Of = 'contact' | 'deal';

async function* tasksOf(work: Work, kind: Of, id: string): AsyncGenerator<Erased> {
  for await (const taskId of relatedIds(work.workspaceId, { kind, id }, 'task'))
    yield* scrub(work, taskRecord, taskId, 'tasks');
}

export async function* messagesOf(work: Whose, kind: Of, id: string): AsyncGenerator<Erased> {
  for await (const entry of partition({ pk: recordMessagesPk(work.workspaceId, kind, id) }))
    yield* eraseMessage(work, String(entry.id));
}

async function* promisesOn(work: Work, dealId: string): AsyncGenerator<Erased> {
  for await (const id of relatedIds(work.workspaceId, { kind: 'deal', id: dealId }, 'promise'))
    yield* scrub(work, promiseRecord, id, 'promises');
}

/** DEAL-4, TASK-3, OUTBOUND-3: the money stays, and what names the person goes: also from the deal's tasks, and from what we mailed about it. */
export const eraseDeals: Step = async function* (work) {
  const { workspaceId, contactId } = work;
  for await (const id of relatedIds(workspaceId, { kind: 'contact', id: contactId }, 'deal')) {
    yield* scrub(work, dealRecord, id, 'deals');
    yield* tasksOf(work, 'deal', id);
    yield* promisesOn(work, id);
    yield* messagesOf(work, 'deal', id);
  }
};

/** TASK-4 */
export const eraseTasks: Step = (work) => tasksOf(work, 'contact', work.contactId);

const others = [
  ['order', orderRecord, 'orders'],
  ['ticket', ticketRecord, 'tickets'],
  ['promise', promiseRecord, 'promises'],
] as const;
const contactOf = ({ contactId }: Work) => ({ kind: 'contact', id: contactId }) as const;

/** LIST-3: what the person bought, asked and was promised stays, without what names them. */
export const eraseRecords: Step = async function* (work) {
  for (const [kind, of, counted] of others)
    for await (const id of relatedIds(work.workspaceId, contactOf(work), kind))
      yield* scrub(work, of as unknown as RecordKind<RecordBase>, id, counted);
};

/** LINK-2: what they are to others goes as a whole. */
export const eraseLinks: Step = async function* ({ workspaceId, contactId, by }) {
  for await (const { id } of dropLinksOf(workspaceId, contactId, by)) {
    yield* forgetHistory(workspaceId, 'link', id);
    yield 'links';
  }
};

/** OUTBOUND-3 */
export const eraseMessages: Step = (work) => messagesOf(work, 'contact', work.contactId);

/** Every record that is emptied and stays: what the lists that erasing goes by name. */
export async function* emptied({ workspaceId, contactId }: Work): AsyncGenerator<Key> {
  const besides = async function* (kind: Of, id: string) {
    for await (const taskId of relatedIds(workspaceId, { kind, id }, 'task'))
      yield recordKey(workspaceId, 'task', taskId);
    for await (const entry of partition({ pk: recordMessagesPk(workspaceId, kind, id) }))
      yield recordKey(workspaceId, 'message', String(entry.id));
  };
  yield recordKey(workspaceId, 'contact', contactId);
  yield* besides('contact', contactId);
  for (const [kind] of others)
    for await (const id of relatedIds(workspaceId, { kind: 'contact', id: contactId }, kind))
      yield recordKey(workspaceId, kind, id);
  for await (const id of relatedIds(workspaceId, { kind: 'contact', id: contactId }, 'deal')) {
    yield recordKey(workspaceId, 'deal', id);
    yield* besides('deal', id);
    for await (const promiseId of relatedIds(workspaceId, { kind: 'deal', id }, 'promise'))
      yield recordKey(workspaceId, 'promise', promiseId);
  }
}

/** EXPORT-2: archives that were made of the person, and all files of records. */
export const eraseExports: Step = async function* (work) {
  const { workspaceId, contactId, by } = work;
  yield* withdrawDataExports(work);
  for await (const entry of partition({ pk: contactExportsPk(workspaceId, contactId) })) {
    const id = String(entry.id);
    await purgeObject(env('EXPORTS_BUCKET'), exportKey({ workspaceId, id }));
    const isNew = await retryLostRace(async () => {
      const one = await exportStore.find(workspaceId, id);
      if (!one || one.status === 'deleted') return false;
      await saveChanges([dropExport(one, by.now)] as never, by);
      return true;
    });
    if (isNew) yield 'exports';
  }
};

/** DATAEXPORT-2: files of records that somebody took along, whoever is in them, and what was asked for by a filter. */
async function* withdrawDataExports({ workspaceId, by }: Work): AsyncGenerator<Erased> {
  for await (const entry of partition({ pk: dataExportsPk(workspaceId) })) {
    const id = String(entry.id);
    const isNew = await retryLostRace(async () => {
      const one = await dataExportStore.find(workspaceId, id);
      if (!one || one.status === 'withdrawn') return false;
      await saveChanges([withdrawDataExport(one, by.now)] as never, by);
      return true;
    });
    await dropDataExportFiles({ workspaceId, id }); // a run that is at work finds that it was withdrawn, and tidies up
    if (isNew) yield 'exports';
  }
}

/** What the contact's own changes remember of the time before, and what was reckoned of it. */
export const eraseHistory: Step = async function* ({ workspaceId, contactId }) {
  await forgetScoring(workspaceId, contactId);
  yield* forgetMerges(workspaceId, 'contact', contactId);
  yield* forgetHistory(workspaceId, 'contact', contactId);
};
