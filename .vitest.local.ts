import { defineConfig } from 'vitest/config';
export default defineConfig({ test: { maxWorkers: 1, include: ['test/browser/**/*.test.ts'], pool: 'forks', globalSetup: './.local-setup.ts', testTimeout: 60000, hookTimeout: 60000, env: {AWS_REGION:'eu-west-1'} } });
