import { AppError } from '../../../shared/core/errors.ts';
import { pipelineStore } from '../../../shared/deals/deal-store.ts';
import type { Form } from '../../../shared/forms/form.ts';
import { assertOpensDeal } from '../../../shared/forms/form-deal.ts';
import { workspaceOf } from '../../../shared/workspaces/workspace-store.ts';

/** Throws `reference_unknown` or what `assertOpensDeal` says, where the form's deals have no place to start. */
export async function checkPipeline(form: Form): Promise<void> {
  if (!form.opensDeal) return;
  const { defaultPipelineId } = await workspaceOf(form.workspaceId);
  const id = form.opensDeal.pipelineId ?? defaultPipelineId;
  const pipeline = await pipelineStore.find(form.workspaceId, id);
  if (!pipeline) {
    const [code, detail] = ['reference_unknown', `There is no pipeline ${id}.`] as const;
    const errors = [{ pointer: '/opensDeal/pipelineId', code, detail }];
    throw new AppError('invalid', code, detail, { errors });
  }
  assertOpensDeal(form, pipeline);
}
