import type { AnyRecord } from '../../../api/kinds.ts';

export type Patch = Record<string, unknown>;
/** What is to become of a record; undefined where it is so already. */
export type Change = (record: AnyRecord) => Patch | undefined;
