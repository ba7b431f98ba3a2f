import type { TestProject } from 'vitest/node';
import { chromiumPath } from './chromium.ts';
import { startLocalCloud } from './local-cloud.ts';

/** One local cloud with the demo company for all browser tests: each makes the records that it changes. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await chromiumPath(); // unpacked once, before several ask for it
  const cloud = await startLocalCloud({ env: { RAPPORT_DEMO: '1', RAPPORT_WORKERS: '2' } });
  await cloud.idle(); // what the demo company was filled with is listed
  project.provide('consoleUrl', cloud.url.replace('127.0.0.1', 'localhost'));
  project.provide('smtpPort', cloud.smtpPort);
  return () => cloud.stop();
}
