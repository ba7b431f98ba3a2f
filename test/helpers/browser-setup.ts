import type { TestProject } from 'vitest/node';
import { chromiumPath } from './chromium.ts';
import { freePort } from './free-port.ts';
import { startLocalCloud } from './local-cloud.ts';

/**
 * One local cloud with the demo company for all browser tests: each makes the records that it changes. It starts while other tests are
 * at work; theirs wait for it (`console.ts`).
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await chromiumPath(); // unpacked once, before several ask for it
  const [port, smtpPort] = [await freePort(), await freePort()];
  const env = { RAPPORT_DEMO: '1', RAPPORT_WORKERS: '2', PORT: String(port), SMTP_PORT: String(smtpPort) };
  const starting = startLocalCloud({ env });
  starting.catch((error: unknown) => process.stderr.write(`${error}\n`)); // whoever waits for it says that it is not there
  project.provide('consoleUrl', `http://localhost:${port}`);
  project.provide('smtpPort', smtpPort);
  return async () => (await starting).stop();
}
