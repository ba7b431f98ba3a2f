import { recordUpdated } from '../core/record.ts';

/** What may change how records stand elsewhere, since they borrow it: a pipeline, a company, the workspace. */
export const borrowedEvents = (['pipeline', 'company', 'workspace'] as const).map((kind) =>
  recordUpdated(kind),
);
