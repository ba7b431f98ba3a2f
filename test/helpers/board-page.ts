import type { Locator, Page } from 'playwright-core';
import type { Deal } from '../../web/client/src/index.ts';
import { apiAs, settled } from './console.ts';

const stages = [
  { id: 'new', name: 'New', kind: 'open', probability: 0.1, requiredFields: [] },
  {
    id: 'offer',
    name: 'Offer',
    kind: 'open',
    probability: 0.5,
    requiredFields: ['amountCents', 'expectedCloseOn'],
  },
  { id: 'talk', name: 'Talk', kind: 'open', probability: 0.8, requiredFields: [] },
  { id: 'won', name: 'Won', kind: 'won', probability: 1, requiredFields: [] },
  { id: 'lost', name: 'Lost', kind: 'lost', probability: 0, requiredFields: [] },
] as const;

type Made = { api: Awaited<ReturnType<typeof apiAs>>; pipelineId: string; deals: Deal[]; path: string };
/** A pipeline of a test's own with deals in its first stage, named as they are given: the last is the first on the board. */
export async function aBoard(names: string[], lossReasons: string[] = []): Promise<Made> {
  const api = await apiAs('admin');
  const name = `Board ${crypto.randomUUID().slice(0, 8)}`;
  const { id: pipelineId } = await api.createPipeline({
    body: {
      name,
      stages: stages.map((stage) => ({ ...stage, requiredFields: [...stage.requiredFields] })),
      lossReasons,
    },
  });
  const deals: Deal[] = [];
  for (const deal of names)
    deals.push(await api.createDeal({ body: { name: deal, pipelineId, stageId: 'new' } }));
  await settled();
  return { api, pipelineId, deals, path: `/board?pipeline=${pipelineId}` };
}

export const column = (page: Page, stageId: string): Locator =>
  page.locator(`[data-stage-column="${stageId}"]`);
export const cardIn = (page: Page, stageId: string, name: string): Locator =>
  column(page, stageId).getByRole('link', { name, exact: true });
/** A card as it is in the hand. */
const held = (page: Page): Locator => page.locator('[data-held]');

type Point = { x: number; y: number };
async function middle(of: Locator): Promise<Point> {
  const box = await of.boundingBox();
  if (!box) throw new Error('It is not on the page');
  return { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 120) };
}

/** Takes a card by the mouse and holds it over a stage; the deal has been read when it answers. */
export async function dragOver(page: Page, card: Locator, stageId: string): Promise<void> {
  const [from, to] = [await middle(card), await middle(column(page, stageId))];
  const read = page.waitForResponse((response) => response.url().endsWith('/v1/deals/batch/read'));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 8, from.y + 8, { steps: 2 });
  await held(page).waitFor();
  await read;
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.locator(`[data-stage-column="${stageId}"][data-over]`).waitFor();
}

/** Takes a card by a finger that stays on it for a moment, and lets it go over a stage. */
export async function dragByTouch(page: Page, card: Locator, stageId: string): Promise<void> {
  const [from, to] = [await middle(card), await middle(column(page, stageId))];
  const session = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Point[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints });
  await touch('touchStart', [from]);
  await held(page).waitFor();
  await touch('touchMove', [{ x: (from.x + to.x) / 2, y: to.y }]);
  await touch('touchMove', [to]);
  await page.locator(`[data-stage-column="${stageId}"][data-over]`).waitFor();
  await touch('touchEnd', []);
}
