import { pipelineUpdated } from '../../shared/deals/deal-events.ts';
import { stagePk } from '../../shared/deals/deal-projection.ts';
import { Pipeline, stagesToLookAt } from '../../shared/deals/pipeline.ts';
import { changedFields } from '../../shared/platform/change-store.ts';
import { consumer } from '../../shared/platform/consumer.ts';
import { queueLooks } from '../../shared/platform/keys-queue.ts';

const { stages: Stages } = Pipeline.shape;

/**
 * A stage is borrowed by its deals, which become idle at another time now, or lack another field: all deals of the stages that have
 * changed so are queued for a look, a page of a stage at a time.
 */
export const handler = consumer([pipelineUpdated], async (event) => {
  const { workspaceId, data } = event;
  if (!data.fields.includes('stages')) return;
  const { stages } = (await changedFields('pipeline', event)) ?? {};
  if (!stages) return;
  const changed = stagesToLookAt(Stages.parse(stages.before), Stages.parse(stages.after));
  await queueLooks(
    changed.map(({ id }) => ({ partition: { workspaceId, pk: stagePk(workspaceId, data.recordId, id) } })),
  );
});
