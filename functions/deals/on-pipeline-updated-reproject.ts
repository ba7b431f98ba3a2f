import { pipelineUpdated } from '../../shared/deals/deal-events.ts';
import { stagePk } from '../../shared/deals/deal-projection.ts';
import { pipelineStore } from '../../shared/deals/deal-store.ts';
import { Pipeline, type Stage, stagesToLookAt } from '../../shared/deals/pipeline.ts';
import { changedFields } from '../../shared/platform/change-store.ts';
import { consumer, type Delivered } from '../../shared/platform/consumer.ts';
import { queueLooks } from '../../shared/platform/keys-queue.ts';

const { stages: Stages } = Pipeline.shape;

type Event = Delivered<{ recordId: string; fields: string[] }>;

/** The stages whose deals become idle at another time now, or lack another field. */
async function stagesChanged(event: Event): Promise<Stage[]> {
  if (!event.data.fields.includes('stages')) return [];
  const { stages } = (await changedFields('pipeline', event)) ?? {};
  return stages ? stagesToLookAt(Stages.parse(stages.before), Stages.parse(stages.after)) : [];
}

const reasons = ['winReasons', 'lossReasons'];
/** The stages whose deals say why they are over, where the pipeline's words for it are others now: reports count by those. */
async function stagesReasoned({ workspaceId, data }: Event): Promise<Stage[]> {
  if (!data.fields.some((name) => reasons.includes(name))) return [];
  const pipeline = await pipelineStore.find(workspaceId, data.recordId);
  return pipeline?.stages.filter(({ kind }) => kind !== 'open') ?? [];
}

/** A stage and the pipeline's reasons are borrowed by deals: those that it changes are queued for a look, a page of a stage at a time. */
export const handler = consumer([pipelineUpdated], async (event) => {
  const { workspaceId, data } = event;
  const changed = [...(await stagesChanged(event)), ...(await stagesReasoned(event))];
  const ids = new Set(changed.map(({ id }) => id));
  await queueLooks(
    [...ids].map((id) => ({ partition: { workspaceId, pk: stagePk(workspaceId, data.recordId, id) } })),
  );
});
