import type { Context } from '../../../shared/core/actor.ts';
import type { Key } from '../../../shared/core/projection.ts';
import type { Erased, Erasure } from '../../../shared/privacy/erasure.ts';

/** An erasure at work. */
export type Work = {
  workspaceId: string;
  contactId: string;
  erasure: Erasure;
  by: Context;
  /** Asks for a look at records whose entries are still there. */
  look: (keys: Key[]) => Promise<void>;
};

/** What is done one by one; the run may stop behind each, also behind nothing. Done again, a step finds only what is left. */
export type Step = (work: Work) => AsyncGenerator<Erased | undefined>;
