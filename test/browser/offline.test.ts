import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { aBoard, cardIn } from '../helpers/board-page.ts';
import { apiAs, settled, test } from '../helpers/console.ts';

/** What the page keeps for a time without a network, as text. */
const kept = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('keyval-store');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('keyval').objectStore('keyval').get('rapport');
          reading.onsuccess = () => resolve(String(reading.result));
        };
      }),
  );

async function aTaskOf(who: string, title: string) {
  const api = await apiAs(who);
  const me = await api.getMe();
  const { timeZone } = await api.getWorkspace();
  const dueOn = new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date());
  const task = await api.createTask({ body: { title, dueOn, ownerId: me.id } });
  await settled();
  return { api, task };
}

describe('without a network', () => {
  test('what was read is read again, and what was changed is sent once when there is one', async ({
    open,
  }) => {
    const { api, task } = await aTaskOf('rep', 'Bring the samples to the fair');
    const page = await open({ as: 'rep', size: 'phone', path: '/today', isInstalled: true });
    const line = page.getByText(task.title).first();
    await line.waitFor();
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await expect.poll(() => kept(page)).toContain(task.title);

    await page.context().setOffline(true);
    await page.reload();
    await line.waitFor();
    await page.getByRole('checkbox', { name: new RegExp(task.title) }).click();
    await page.getByText('1 change waits to be sent').waitFor();
    await expect.poll(() => kept(page)).toContain(`/v1/tasks/${task.id}/complete`);
    await page.reload(); // as a phone closes what is not looked at

    await page.context().setOffline(false);
    await expect.poll(async () => (await api.getTask({ path: { taskId: task.id } })).status).toBe('done');
    await settled(); // a history is written by what follows the change
    const { items } = await api.listTaskHistory({ path: { taskId: task.id } });
    expect(items).toHaveLength(2); // it was made, and it was done
  });

  test('a deal that is moved stands where it was put, through a reload, and is moved once when there is one', async ({
    open,
  }) => {
    const { api, deals, path } = await aBoard(['Ada', 'Grace']);
    const [ada = '', grace = ''] = deals.map(({ id }) => id);
    const page = await open({ path, isInstalled: true });
    await cardIn(page, 'new', 'Grace').waitFor();
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await expect.poll(() => kept(page)).toContain(grace);

    await page.context().setOffline(true);
    const move = async (name: string, to: string) => {
      await page.getByRole('button', { name: `Move ${name}`, exact: true }).click();
      await page.getByRole('menuitem', { name: to }).click();
      await page.getByText(`${name} moves to ${to} when there is a network`).waitFor();
    };
    await move('Grace', 'Talk');
    await move('Ada', 'Talk');
    await page.getByText('2 changes wait to be sent').waitFor();
    await expect.poll(() => kept(page)).toContain(`/v1/deals/${ada}/move`);
    await page.reload();
    await cardIn(page, 'talk', 'Grace').waitFor();
    await api.moveDeal({ path: { dealId: ada }, body: { stageId: 'won' } }); // somebody else was first

    await page.context().setOffline(false);
    await page.getByText('Somebody changed this in the meantime.').waitFor();
    expect((await api.getDeal({ path: { dealId: ada } })).stageId).toBe('won');
    expect((await api.getDeal({ path: { dealId: grace } })).stageId).toBe('talk');
    await cardIn(page, 'talk', 'Grace').waitFor();
    await cardIn(page, 'talk', 'Ada').waitFor({ state: 'detached' });
    await settled();
    const { items } = await api.listDealHistory({ path: { dealId: grace } });
    expect(items).toHaveLength(2); // it was made, and it was moved
  });
});
