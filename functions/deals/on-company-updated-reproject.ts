import { recordUpdated } from '../../shared/core/record.ts';
import { consumer } from '../../shared/platform/consumer.ts';
import { queueLooks } from '../../shared/platform/keys-queue.ts';
import { relatedPk } from '../../shared/records/list-entries.ts';

/** A company's industry is borrowed by its deals, which reports split by: all of them are queued for a look, a page at a time. */
export const handler = consumer([recordUpdated('company')], async ({ workspaceId, data }) => {
  if (!data.fields.includes('industry')) return;
  const company = { kind: 'company', id: data.recordId } as const;
  await queueLooks([{ partition: { workspaceId, pk: relatedPk(workspaceId, company, 'deal') } }]);
});
