import { AppError } from '../core/errors.ts';
import type { Pipeline, Stage } from './pipeline.ts';

type Reasons = { lostReason?: string | undefined; wonReason?: string | undefined };

const lostReasonMissing = () =>
  new AppError('invalid', 'lost_reason_missing', 'A lost deal needs a lostReason.', {
    errors: [{ pointer: '/lostReason', code: 'required', detail: 'Say why it was lost.' }],
  });
function assertKnown(pointer: string, reason: string | undefined, known: readonly string[]): void {
  if (reason === undefined || known.length === 0 || known.includes(reason)) return;
  const detail = `The pipeline knows these reasons: ${known.join(', ')}.`;
  throw new AppError('invalid', 'reason_unknown', detail, {
    errors: [{ pointer, code: 'reason_unknown', detail }],
  });
}

/**
 * What a deal keeps of being closed in a stage: when, and why. A pipeline that has reasons takes no others; one is
 * needed for what is lost. Throws `lost_reason_missing`, `reason_unknown`.
 */
export function closing(stage: Stage, { lostReason, wonReason }: Reasons, pipeline: Pipeline, at: string) {
  if (stage.kind === 'open') return {};
  if (stage.kind === 'won') {
    assertKnown('/wonReason', wonReason, pipeline.winReasons);
    return { closedAt: at, ...(wonReason !== undefined && { wonReason }) };
  }
  if (!lostReason) throw lostReasonMissing();
  assertKnown('/lostReason', lostReason, pipeline.lossReasons);
  return { closedAt: at, lostReason };
}
