import type { Deal, Pipeline } from '../../../../client/src/index.ts';
import { RapportError } from '../../../../client/src/index.ts';

type Reason = { kind: 'lost' | 'won'; known: string[]; required: boolean };
/** What a stage asks for before a deal comes in, and the deal has not. */
export type Needs = { fields: string[]; reason?: Reason };
export const isNothing = ({ fields, reason }: Needs) => fields.length === 0 && !reason;

/** Whether a deal has a field; `custom.<key>` is one of its own. */
function has(deal: Deal, field: string): boolean {
  const [name = '', key] = field.split('.');
  const value =
    key === undefined
      ? (deal as Record<string, unknown>)[name]
      : (deal.custom as Record<string, unknown>)?.[key];
  return value !== undefined && !(Array.isArray(value) && value.length === 0);
}

type Stage = Pipeline['stages'][number];
function reasonOf({ kind }: Stage, { lossReasons, winReasons }: Pipeline): Reason | undefined {
  if (kind === 'lost') return { kind, known: lossReasons, required: true };
  return kind === 'won' && winReasons.length > 0 ? { kind, known: winReasons, required: false } : undefined;
}

/** What can be said before the API is asked. `hidden`: fields that the person does not see; what stands in them is the API's to say. */
export function needsOf(deal: Deal, stage: Stage, pipeline: Pipeline, hidden: readonly string[]): Needs {
  const fields = stage.requiredFields.filter((field) => !has(deal, field) && !hidden.includes(field));
  const reason = reasonOf(stage, pipeline);
  return { fields, ...(reason && { reason }) };
}

/** What a refusal says is missing; undefined where it was refused for something else. */
export function needsIn(error: unknown, stage: Stage, pipeline: Pipeline): Needs | undefined {
  if (!(error instanceof RapportError)) return undefined;
  const reason = reasonOf(stage, pipeline);
  if (error.code === 'stage_fields_missing') {
    const fields = error.errors.map(({ pointer }) => pointer.slice(1).replace('/', '.'));
    return { fields, ...(reason && { reason }) };
  }
  const isReason = ['lost_reason_missing', 'reason_unknown'].includes(error.code);
  return isReason && reason ? { fields: [], reason } : undefined;
}
