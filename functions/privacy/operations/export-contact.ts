import { auditId, byContext } from '../../../shared/audit/audit.ts';
import { auditWrites } from '../../../shared/audit/audit-store.ts';
import { contactStore } from '../../../shared/contacts/contact-store.ts';
import { AppError } from '../../../shared/core/errors.ts';
import { within } from '../../../shared/core/scope.ts';
import { operation } from '../../../shared/platform/api.ts';
import { mustExist } from '../../../shared/platform/record-store.ts';
import { requestExport } from '../../../shared/privacy/export.ts';
import { exportStore } from '../../../shared/privacy/export-store.ts';
import { exportContactRoute } from '../../../shared/privacy/privacy-routes.ts';

export const exportContactOperation = operation(exportContactRoute, async (input) => {
  const { workspaceId } = input.actor;
  const { id, erasedAt } = await contactStore.get(within(input.actor, 'export'), input.params.contactId);
  if (erasedAt) throw new AppError('conflict', 'contact_erased', `The person behind ${id} was erased.`);
  const change = requestExport(id, input);
  const line = {
    ...byContext(input),
    id: auditId('export.made', change.after.id),
    action: 'export.made' as const,
    record: { kind: 'contact', id },
  };
  await exportStore.save(change, input, [
    mustExist(workspaceId, 'contact', id, '/contactId'),
    ...auditWrites(workspaceId, line),
  ]);
  return change.after;
});
