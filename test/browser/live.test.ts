import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { aBoard, cardIn } from '../helpers/board-page.ts';
import { test } from '../helpers/console.ts';
import { opened, told } from '../helpers/live-page.ts';

/** Resolves when the API has said that the deal is moved. */
async function moveByMenu(page: Page, deal: string, stage: string): Promise<void> {
  await page.getByRole('button', { name: `Move ${deal}`, exact: true }).click();
  const made = page.waitForResponse((response) => response.url().endsWith('/move'));
  await page.getByRole('menuitem', { name: stage, exact: true }).click();
  await made;
}

describe('live', () => {
  test('two people see each other’s moves within a second, and hear of them', async ({ open }) => {
    const { path } = await aBoard(['Ada']);
    const [one, other] = await Promise.all([opened(open, { path }), opened(open, { path, as: 'manager' })]);
    const tookMs: number[] = [];
    const stages = ['Talk', 'New', 'Talk', 'New', 'Talk'];
    for (const [at, stage] of stages.entries()) {
      const [mover, watcher] = at % 2 === 0 ? [one, other] : [other, one];
      await cardIn(watcher, stage === 'Talk' ? 'new' : 'talk', 'Ada').waitFor();
      await moveByMenu(mover, 'Ada', stage);
      const began = performance.now();
      await cardIn(watcher, stage.toLowerCase(), 'Ada').waitFor();
      tookMs.push(Math.round(performance.now() - began));
      await watcher
        .getByRole('status')
        .filter({ hasText: `Ada was moved to ${stage}` })
        .waitFor({ state: 'attached' });
    }
    const median = tookMs.toSorted((a, b) => a - b)[Math.floor(tookMs.length / 2)];
    expect(median, `${tookMs.join(', ')} ms`).toBeLessThan(1_000);
  });

  test('who was away for a moment sees what happened meanwhile when they are back', async ({ open }) => {
    const { api, deals, path } = await aBoard(['Ada']);
    const page = await opened(open, { path });
    await page.context().setOffline(true);
    await api.moveDeal({ path: { dealId: deals[0]?.id ?? '' }, body: { stageId: 'talk' } });
    const isBack = told(page);
    await page.context().setOffline(false);
    await isBack;
    await cardIn(page, 'talk', 'Ada').waitFor();
  });
});
