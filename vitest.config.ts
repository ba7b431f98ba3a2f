import { globSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { hasDynamoDbLocal } from './infra/local/engines/engine.ts';

const env = {
  AWS_REGION: 'eu-west-1',
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  TABLE_NAME: 'crm',
  ISSUER_URL: 'https://issuer.test',
  ISSUER_AUDIENCE: 'console',
  MAIL_DOMAIN: 'in.acme.test',
  POWERTOOLS_LOG_LEVEL: process.env.POWERTOOLS_LOG_LEVEL ?? 'SILENT',
  POWERTOOLS_METRICS_DISABLED: 'true',
  // A test's clock stands still, so that a file is one minute; what is about limits sets its own.
  USER_REQUESTS_PER_MINUTE: '0',
  WORKSPACE_REQUESTS_PER_MINUTE: '0',
};
const project = (name: string, more: object = {}) => ({
  test: { name, env, include: [`test/${name}/**/*.test.ts`], pool: 'forks' as const, ...more },
});

/** The kill tests at full size (`npm run storm`) take their time. */
const isFull = process.env.STORM === 'full';
const stormS = isFull ? 3600 : 600; // a deadline finds what hangs: how long a thing takes is the machine's affair
const patient = { testTimeout: 120_000, hookTimeout: 60_000 };
const veryPatient = {
  testTimeout: 600_000,
  hookTimeout: 300_000,
  expect: { poll: { timeout: 60_000 } },
};

/**
 * They wait for what is drawn and for hours that pass in earnest, for a minute at most: four at once, when the others are
 * through.
 */
const waiting = { maxWorkers: Math.max(4, availableParallelism() - 1), sequence: { groupOrder: 1 } };

/** Nothing of theirs is the engine's. */
const doors = ['access', 'api', 'demo'];
/** What stands upon the stores is asked of the second engine with `STORM=full` alone, to keep `npm test` within minutes. */
const aboveStores = [
  'activities',
  'audit',
  'calls',
  'conditions',
  'contacts',
  'checks',
  'deals',
  'due',
  'duplicates',
  'exports',
  'fields',
  'files',
  'forms',
  'identity',
  'imports',
  'links',
  'live',
  'merging',
  'notifications',
  'records',
  'reports',
  'risk',
  'rules',
  'sample',
  'scoring',
  'segments',
  'tasks',
  'today',
  'views',
  'mail-in',
  'mail-out',
  'privacy',
  'search',
  'webhooks',
  'changes',
];

/** What is stored is tested on both engines, because their faults differ. */
function onDynamoDbLocal() {
  if (hasDynamoDbLocal()) {
    const include = ['test/integration/**/*.test.ts'];
    const exclude = (isFull ? doors : [...doors, ...aboveStores]).map(
      (name) => `test/integration/${name}/**`,
    );
    const local = { ...env, TEST_DYNAMODB: 'dynamodb-local' };
    return [project('integration-dynamodb-local', { include, exclude, env: local, ...patient })];
  }
  process.stdout.write('No Java here: the stores are tested on the native DynamoDB engine alone.\n');
  return [];
}

const isLong = ({ moduleId }: TestSpecification) => /\/e2e\/|accessibility|settings\.test/.test(moduleId);
/** What takes minutes begins first, so that nobody waits for it alone in the end: a fresh clone knows no times yet. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

/** What puts something in the place of the SDK, the clock or the environment has a process of its own: others would find it there. */
const replacing =
  /mockClient|vi\.(mock|stub|spyOn|use)|process\.env|helpers\/(authorization-suite|call|secret)/;
const units = globSync('test/unit/**/*.test.ts');
const alone = units.filter((file) => replacing.test(readFileSync(file, 'utf8')));

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    // One file waits for an engine while another works: two at once, where vitest would take one of two cores.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      // Time to spare on a machine that others share; all others share a process, of which half of their time went into starting it.
      project('unit', { testTimeout: 30_000, isolate: false, exclude: alone }),
      project('unit-alone', { testTimeout: 30_000, include: alone }),
      project('infra', { testTimeout: 120_000, hookTimeout: 120_000 }),
      project('integration', patient),
      ...onDynamoDbLocal(),
      project('browser', { globalSetup: 'test/helpers/browser-setup.ts', ...veryPatient, ...waiting }),
      project('e2e', { testTimeout: stormS * 1000, hookTimeout: stormS * 1000, ...waiting }),
    ],
  },
});
