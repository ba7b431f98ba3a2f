import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
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
    await expect.poll(() => kept(page), { timeout: 20_000 }).toContain(task.title);

    await page.context().setOffline(true);
    await page.reload();
    await line.waitFor();
    await page.getByRole('checkbox', { name: new RegExp(task.title) }).click();
    await page.getByText('1 change waits to be sent').waitFor();
    await expect.poll(() => kept(page), { timeout: 20_000 }).toContain(`/v1/tasks/${task.id}/complete`);
    await page.reload(); // as a phone closes what is not looked at

    await page.context().setOffline(false);
    await expect
      .poll(async () => (await api.getTask({ path: { taskId: task.id } })).status, { timeout: 20_000 })
      .toBe('done');
    const { items } = await api.listTaskHistory({ path: { taskId: task.id } });
    expect(items).toHaveLength(2); // it was made, and it was done
  });
});
