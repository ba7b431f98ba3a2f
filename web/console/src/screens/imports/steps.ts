import type { Import } from '../../../../client/src/index.ts';

export const steps = ['file', 'columns', 'check', 'result'] as const;
export type Step = (typeof steps)[number];
type Status = Import['status'];

const stepOfStatus: Record<Exclude<Status, 'failed'>, Step> = {
  uploading: 'file',
  reading: 'file',
  read: 'columns',
  checking: 'check',
  checked: 'check',
  running: 'result',
  stopping: 'result',
  stopped: 'result',
  done: 'result',
  undoing: 'result',
  undone: 'result',
};
/** What has failed is at the step that it had come to. */
function failedStep({ run, mapping }: Import): Step {
  if (run) return 'result';
  return mapping ? 'check' : 'file';
}
/** Where an import stands: the same for everybody who looks at it. */
export const stepOf = (one: Import): Step =>
  one.status === 'failed' ? failedStep(one) : stepOfStatus[one.status];

const busy: readonly Status[] = ['reading', 'checking', 'running', 'stopping', 'undoing'];
export const isBusy = ({ status }: Import): boolean => busy.includes(status);
/** Whether columns and repairs can still be changed: nothing was made of the file, or it was taken back. */
export const isOpen = ({ run, status }: Import): boolean =>
  ['read', 'checked', 'failed'].includes(status) ? run === undefined : status === 'undone';

const soonMs = 700;
const longestMs = 10_000;
/** How long to wait before it is looked at again: the longer, the longer nothing was heard. */
export const pauseOf = ({ updatedAt }: Pick<Import, 'updatedAt'>, now: number): number =>
  Math.min(longestMs, Math.max(soonMs, (now - Date.parse(updatedAt)) / 5));
