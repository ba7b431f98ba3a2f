import type { Context } from '../../../shared/core/actor.ts';
import type { Write } from '../../../shared/platform/commit.ts';
import type { Owned } from '../../../shared/platform/record-type.ts';
import type { Run } from '../../../shared/rules/run.ts';
import type { Step, StepOf } from '../../../shared/rules/step.ts';

/** A run at one of its steps. */
export type Moment = {
  run: Run;
  /** The record that the run is for, as it is now. */
  record: Owned;
  by: Context;
  /** What notes the step as done, for the transaction of its deed; `made` is the id of what it makes. */
  noted: (made?: string) => Write[];
};
/** What came of it: it was done and noted in one transaction, or there was nothing to do, which is yet to be noted. */
export type Came = { made?: string } | { skipped: string };
/** Does what a step says and notes it, in one transaction. Throws what ends the run (`AppError`), or what is passing. */
export type Deed<D extends Step['do']> = (step: StepOf<D>, moment: Moment) => Promise<Came>;
