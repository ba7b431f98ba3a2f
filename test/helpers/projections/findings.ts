import type { Projections } from '../../../shared/core/projection.ts';
import { projectionStore } from '../../../shared/platform/projection-store.ts';
import { recount } from '../../../shared/platform/recount.ts';
import { readAll } from '../dynamo.ts';
import { projections } from './world.ts';

const isSlow = process.env.TEST_DYNAMODB === 'dynamodb-local';
const usual = isSlow ? 10 : 40;
/** How often a property is tried: RUNS times, else more where the storm is at full size. */
export const runs = Number(process.env.RUNS ?? (process.env.STORM === 'full' ? usual * 25 : usual));
export const patience = 60_000 + runs * 2_000;
/** A projector in a test waits for nobody. */
export const atOnce = { pause: () => Promise.resolve() };

/** What the test's table holds otherwise than its records say. */
export const findings = (of: Projections = projections) =>
  recount({ read: readAll, getAll: projectionStore.getAll, projections: of });
