import { consumer } from '../../shared/platform/consumer.ts';
import { exportRequested } from '../../shared/privacy/privacy-events.ts';
import { writeArchive } from './exporting/write-archive.ts';

/** Writes a person's archive. */
export const handler = consumer([exportRequested], ({ workspaceId, data }) =>
  writeArchive(workspaceId, data.exportId),
);
