import { recordStore } from '../platform/record-store.ts';
import { exportRecord } from './export.ts';

/** EXPORT-1: by id, one GetItem. */
export const exportStore = recordStore(exportRecord);
