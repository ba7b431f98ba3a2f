import { stagePk } from '../../shared/deals/deal-projection.ts';
import { pipelineStore } from '../../shared/deals/deal-store.ts';
import { Pipeline, type Stage, stagesToLookAt } from '../../shared/deals/pipeline.ts';
import { changedFields } from '../../shared/platform/change-store.ts';
import { consumer, type Delivered } from '../../shared/platform/consumer.ts';
import { queueLooks } from '../../shared/platform/keys-queue.ts';
import { borrowedEvents } from '../../shared/projections/borrowed-events.ts';
import { listPk, relatedPk } from '../../shared/records/list-entries.ts';

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

/** The lists of the deals that a pipeline's change moves: a stage and the reasons are borrowed by them. */
async function listsOfPipeline(event: Event): Promise<string[]> {
  const { workspaceId, data } = event;
  const changed = [...(await stagesChanged(event)), ...(await stagesReasoned(event))];
  return [...new Set(changed.map(({ id }) => stagePk(workspaceId, data.recordId, id)))];
}
/** A company's industry is borrowed by its deals, which reports split by. */
const listsOfCompany = async ({ workspaceId, data }: Event): Promise<string[]> =>
  data.fields.includes('industry')
    ? [relatedPk(workspaceId, { kind: 'company', id: data.recordId }, 'deal')]
    : [];

/** The custom fields that reports split by are borrowed by all deals and contacts. */
const listsOfWorkspace = async ({ workspaceId, data }: Event): Promise<string[]> =>
  data.fields.includes('reportFields')
    ? (['deal', 'contact'] as const).map((kind) => listPk(workspaceId, kind))
    : [];

const listsOf: Record<string, (event: Event) => Promise<string[]>> = {
  'pipeline.updated': listsOfPipeline,
  'company.updated': listsOfCompany,
  'workspace.updated': listsOfWorkspace,
};
/** What records borrow has changed: those that it moves are queued for a look, a page of a list at a time. */
export const handler = consumer(borrowedEvents, async (event) => {
  const { workspaceId } = event;
  const pks = (await listsOf[event.type]?.(event)) ?? [];
  await queueLooks(pks.map((pk) => ({ partition: { workspaceId, pk } })));
});
