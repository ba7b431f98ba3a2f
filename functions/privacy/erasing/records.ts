import type { Key } from '../../../shared/core/projection.ts';
import { recordKey } from '../../../shared/core/record.ts';
import { dealRecord } from '../../../shared/deals/deal.ts';
import { contactDealsPk } from '../../../shared/deals/deal-projection.ts';
import { recordMessagesPk } from '../../../shared/mail/message-projection.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { env } from '../../../shared/platform/env.ts';
import { saveChanges } from '../../../shared/platform/record-store.ts';
import type { Erased } from '../../../shared/privacy/erasure.ts';
import { dropExport, exportKey } from '../../../shared/privacy/export.ts';
import { contactExportsPk } from '../../../shared/privacy/export-projection.ts';
import { exportStore } from '../../../shared/privacy/export-store.ts';
import { partition } from '../../../shared/privacy/items-store.ts';
import { purgeObject } from '../../../shared/privacy/objects-store.ts';
import { taskRecord } from '../../../shared/tasks/task.ts';
import { recordTasksPk } from '../../../shared/tasks/task-projection.ts';
import { forgetHistory } from './history.ts';
import { eraseMessage } from './mail.ts';
import { scrub } from './scrub.ts';
import type { Step, Work } from './work.ts';

type Of = 'contact' | 'deal';

async function* tasksOf(work: Work, kind: Of, id: string): AsyncGenerator<Erased> {
  for await (const entry of partition({ pk: recordTasksPk(work.workspaceId, kind, id) }))
    yield* scrub(work, taskRecord, String(entry.id), 'tasks');
}

async function* messagesOf(work: Work, kind: Of, id: string): AsyncGenerator<Erased> {
  for await (const entry of partition({ pk: recordMessagesPk(work.workspaceId, kind, id) }))
    yield* eraseMessage(work, String(entry.id));
}

/** DEAL-4, TASK-3, OUTBOUND-3: the money stays, and what names the person goes: also from the deal's tasks, and from what we mailed about it. */
export const eraseDeals: Step = async function* (work) {
  const { workspaceId, contactId } = work;
  for await (const entry of partition({ pk: contactDealsPk(workspaceId, contactId) })) {
    const id = String(entry.id);
    yield* scrub(work, dealRecord, id, 'deals');
    yield* tasksOf(work, 'deal', id);
    yield* messagesOf(work, 'deal', id);
  }
};

/** TASK-4 */
export const eraseTasks: Step = (work) => tasksOf(work, 'contact', work.contactId);

/** OUTBOUND-3 */
export const eraseMessages: Step = (work) => messagesOf(work, 'contact', work.contactId);

/** Every record that is emptied and stays: what the lists that erasing goes by name. */
export async function* emptied({ workspaceId, contactId }: Work): AsyncGenerator<Key> {
  const listed = async function* (pk: string, kind: 'deal' | 'task' | 'message') {
    for await (const { id } of partition({ pk })) yield recordKey(workspaceId, kind, String(id));
  };
  const besides = async function* (kind: Of, id: string) {
    yield* listed(recordTasksPk(workspaceId, kind, id), 'task');
    yield* listed(recordMessagesPk(workspaceId, kind, id), 'message');
  };
  yield recordKey(workspaceId, 'contact', contactId);
  yield* besides('contact', contactId);
  for await (const { id } of partition({ pk: contactDealsPk(workspaceId, contactId) })) {
    yield recordKey(workspaceId, 'deal', String(id));
    yield* besides('deal', String(id));
  }
}

/** EXPORT-2: archives that were made of the person. */
export const eraseExports: Step = async function* ({ workspaceId, contactId, by }) {
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

/** What the contact's own changes remember of the time before. */
export const eraseHistory: Step = ({ workspaceId, contactId }) =>
  forgetHistory(workspaceId, 'contact', contactId);
