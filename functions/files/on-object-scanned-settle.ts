import { scannedOf } from '../../shared/files/scan.ts';
import { queueConsumer } from '../../shared/platform/consumer.ts';
import { scanned } from './inspecting/inspect.ts';

/** What GuardDuty found in an upload. At least once, in any order. */
export const handler = queueConsumer((body) => scanned(scannedOf(body), new Date().toISOString()));
