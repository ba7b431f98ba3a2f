import type { Projections } from '../../../shared/core/projection.ts';
import { projectionStore } from '../../../shared/platform/projection-store.ts';
import { recount } from '../../../shared/platform/recount.ts';
import { readAll } from '../dynamo.ts';
import { projections } from './world.ts';

const isSlow = process.env.TEST_DYNAMODB === 'dynamodb-local';
/** How often a property is tried; `npm run storm` asks for more. */
export const runs = Number(process.env.RUNS ?? (isSlow ? 10 : 40));
/** A projector in a test waits for nobody. */
export const atOnce = { pause: () => Promise.resolve() };

/** What the test's table holds otherwise than its records say. */
export const findings = (of: Projections = projections) =>
  recount({ read: readAll, getAll: projectionStore.getAll, projections: of });
