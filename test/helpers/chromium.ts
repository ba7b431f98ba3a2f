import { existsSync } from 'node:fs';
import packed from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const elsewhere = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const isPacked = process.platform === 'linux' && process.arch === 'x64';

/** Where a Chromium is: the one that npm brings, which runs on Linux, else the system's. Unpacks it the first time. */
export async function chromiumPath(): Promise<string> {
  const found = isPacked
    ? await packed.executablePath()
    : elsewhere.find((path) => path !== undefined && existsSync(path));
  if (!found) throw new Error('There is no Chromium: install one, or say in CHROMIUM where it is');
  return found;
}

/** A browser as people have it: its own security on, but no sandbox, which a container cannot give. */
export const launchChromium = async (args: string[] = []): Promise<Browser> =>
  chromium.launch({ executablePath: await chromiumPath(), args: ['--no-sandbox', ...args] });
