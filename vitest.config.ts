import { defineConfig } from 'vitest/config';

const env = {
  AWS_REGION: 'eu-west-1',
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  TABLE_NAME: 'crm',
  POWERTOOLS_LOG_LEVEL: 'SILENT',
};
const project = (name: string, more: object = {}) => ({
  test: { name, env, include: [`test/${name}/**/*.test.ts`], pool: 'forks' as const, ...more },
});

export default defineConfig({
  test: {
    projects: [
      project('unit'),
      project('infra', { testTimeout: 120_000, hookTimeout: 120_000 }),
      project('integration', { testTimeout: 120_000, hookTimeout: 60_000 }),
      project('e2e', { testTimeout: 300_000, hookTimeout: 180_000, fileParallelism: false }),
    ],
  },
});
