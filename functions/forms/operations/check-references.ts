import { invalidField } from '../../../shared/core/errors.ts';
import { pipelineStore } from '../../../shared/deals/deal-store.ts';
import type { Form } from '../../../shared/forms/form.ts';
import { assertOpensDeal } from '../../../shared/forms/form-deal.ts';
import { workspaceOf } from '../../../shared/workspaces/workspace-store.ts';

/** Throws `reference_unknown` or `stage_unknown` where the form's deals have no place to start. */
export async function checkPipeline(form: Form): Promise<void> {
  if (!form.opensDeal) return;
  const { defaultPipelineId } = await workspaceOf(form.workspaceId);
  const id = form.opensDeal.pipelineId ?? defaultPipelineId;
  const pipeline = await pipelineStore.find(form.workspaceId, id);
  if (!pipeline) {
    throw invalidField('/opensDeal/pipelineId', 'reference_unknown', `There is no pipeline ${id}.`);
  }
  assertOpensDeal(form, pipeline);
}
