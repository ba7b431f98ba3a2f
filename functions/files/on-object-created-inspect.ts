import { objectCreatedOf } from '../../shared/files/scan.ts';
import { queueConsumer } from '../../shared/platform/consumer.ts';
import { inspect } from './inspecting/inspect.ts';

/** Looks at what was uploaded, and decides what becomes of it. At least once, in any order. */
export const handler = queueConsumer(async (body) => {
  const { bucket, key } = objectCreatedOf(body);
  await inspect(bucket, key, new Date().toISOString());
});
