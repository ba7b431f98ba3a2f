import { createClient } from '../../web/client/src/index.ts';
import { launchChromium } from '../helpers/chromium.ts';
import { startLocalCloud } from '../helpers/local-cloud.ts';
import { scrollTo, signInAs, traced } from './trace.ts';

/** `node test/bench/console-board.ts [url]`: what Chrome's main thread does while a column of 500 deals is scrolled to its end; against a local cloud that runs, else one of its own. */
const deals = 500;
const atOnce = 100;
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);

const given = process.argv[2];
const cloud = given ? undefined : await startLocalCloud({ env: { RAPPORT_DEMO: '1' } });
const url = (given ?? cloud?.url ?? '').replace('127.0.0.1', 'localhost');
const email = 'admin@acme.test';

async function filledPipeline(): Promise<string> {
  const answer = await fetch(`${url}/_local/token`, { method: 'POST', body: JSON.stringify({ email }) });
  const { token } = (await answer.json()) as { token: string };
  const api = createClient({ baseUrl: url, token });
  const { items } = await api.listContacts({ query: { limit: 100 } });
  const stages = [
    { id: 'new', name: 'New', kind: 'open' as const, probability: 0.1 },
    { id: 'won', name: 'Won', kind: 'won' as const, probability: 1 },
    { id: 'lost', name: 'Lost', kind: 'lost' as const, probability: 0 },
  ];
  const { id: pipelineId } = await api.createPipeline({ body: { name: 'Five hundred', stages } });
  const all = Array.from({ length: deals }, (_, at) => ({
    name: `Deal ${at}`,
    pipelineId,
    stageId: 'new',
    amountCents: at * 1_000,
    contactId: items[at % items.length]?.id ?? '',
  }));
  for (let at = 0; at < deals; at += atOnce)
    await api.batchCreateDeals({ body: { items: all.slice(at, at + atOnce) } });
  await fetch(`${url}/_local/idle?timeout=300`);
  return pipelineId;
}

const sizes = {
  desk: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
};
const pipelineId = await filledPipeline();
const browser = await launchChromium();
/** A notch of a wheel, and what a flick of a finger makes of a frame. */
const steps = { wheel: 240, flick: 1_200 };

async function measure(size: keyof typeof sizes, gesture: keyof typeof steps): Promise<void> {
  const context = await browser.newContext({ ...sizes[size], locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(`${url}/board?pipeline=${pipelineId}`);
  await signInAs(page, email);
  const over = page.locator('[data-stage-column="new"]');
  await over.locator('[data-index="0"]').waitFor();
  await page.waitForLoadState('networkidle');
  const until = over.locator(`[data-index="${deals - 1}"]`);
  const figures = await traced(browser, page, () => scrollTo(page, { over, until, stepPx: steps[gesture] }));
  say({ size, gesture, deals, ...figures });
  await context.close();
}
for (const size of ['desk', 'phone'] as const)
  for (const gesture of ['wheel', 'flick'] as const) await measure(size, gesture);
await browser.close();
await cloud?.stop();
