import type { Import } from '../../../../client/src/index.ts';
import type { ImportActs } from './use-import-acts.ts';

/** What every step has: the import, and what can be done to it. */
export type StepProps = { one: Import; acts: ImportActs };
