import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { apiAs, bothSizes, type Size, settled, test } from '../helpers/console.ts';

const dayMs = 86_400_000;
let count = 0;
/** Asks again until it is so: a write that is shown at once is on its way. */
const unique = (text: string) => `${text} ${Date.now().toString(36)}-${++count}`;

/** A task of somebody's with a contact who has a phone, due so many days from today where the workspace is. */
async function aTask(who: string, dueIn: number) {
  const api = await apiAs(who);
  const [{ id: ownerId }, { timeZone }] = await Promise.all([api.getMe(), api.getWorkspace()]);
  const day = (days: number) =>
    new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(Date.now() + days * dayMs));
  const phones = [{ number: '+493012345678' }];
  const lastName = unique('Caller');
  const contact = await api.createContact({ body: { firstName: 'Ines', lastName, phones, ownerId } });
  const body = { title: unique('Ask for the plans'), dueOn: day(dueIn), ownerId, contactId: contact.id };
  const task = await api.createTask({ body });
  await settled();
  const now = () => api.getTask({ path: { taskId: task.id } });
  return { api, task, contact, day, now };
}

const lineOf = (page: Page, title: string) => page.locator('[data-line]').filter({ hasText: title });
const section = (page: Page, name: string) =>
  page.locator('section').filter({ has: page.getByRole('heading', { name }) });
/** At a desk the clock, on a phone the three dots. */
const openMenu = (line: Locator, size: Size) =>
  line.getByRole('button', { name: size === 'desk' ? /^Put off/ : /^More for/ }).click();

describe('one’s own day', () => {
  test.for(bothSizes)(
    'what was ticked can be taken back, and is done otherwise (%s)',
    async (size, { open }) => {
      const { task, now } = await aTask('rep', -2);
      const page = await open({ as: 'rep', size, path: '/today' });
      const line = lineOf(section(page, 'Overdue').page(), task.title);
      await line.getByText('Overdue for 2 days').waitFor();
      const tick = line.getByRole('checkbox', { name: task.title });
      await tick.click();
      await line.getByRole('button', { name: /^Undo/ }).click();
      await expect.poll(async () => (await now()).version).toBe(3);
      expect((await now()).status).toBe('open');
      await page.clock.install();
      await tick.click();
      await expect.poll(async () => (await now()).status).toBe('done');
      await page.clock.fastForward(10_000);
      await line.waitFor({ state: 'detached' });
    },
  );

  test.for(bothSizes)('a call is one tap, and what came of it two more (%s)', async (size, { open }) => {
    const { api, task, contact, now } = await aTask('rep', 0);
    const page = await open({ as: 'rep', size, path: '/today' });
    const call = lineOf(page, task.title).getByRole('link', { name: /^Call Ines/ });
    expect(await call.getAttribute('href')).toBe('tel:+493012345678');
    await call.click();
    const dialog = page.getByRole('dialog', { name: /Call with Ines/ });
    await dialog.getByLabel('Note').fill('Sends the plans on Friday');
    await dialog.getByRole('button', { name: 'Log the call' }).click();
    await expect.poll(async () => (await now()).status).toBe('done');
    const { items } = await api.listActivities({ query: { contactId: contact.id } });
    expect(items).toMatchObject([
      { kind: 'call', text: 'Sends the plans on Friday', call: { outcome: 'connected' } },
    ]);
  });

  test('a note that was begun is there again when the dialog is', async ({ open }) => {
    const { task } = await aTask('rep', 0);
    const page = await open({ as: 'rep', path: '/today' });
    const call = lineOf(page, task.title).getByRole('link', { name: /^Call Ines/ });
    await call.click();
    await page.getByLabel('Note').fill('Half a sentence');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await call.click();
    expect(await page.getByLabel('Note').inputValue()).toBe('Half a sentence');
  });

  test.for(bothSizes)(
    'what is put off stands at its new day, until that is undone (%s)',
    async (size, { open }) => {
      const { task, day, now } = await aTask('rep', 0);
      const page = await open({ as: 'rep', size, path: '/today' });
      const line = lineOf(page, task.title);
      await openMenu(line, size);
      await page.getByRole('menuitem', { name: /^Tomorrow/ }).click();
      await section(page, 'Tomorrow').getByText(task.title).waitFor();
      await expect.poll(async () => (await now()).dueOn).toBe(day(1));
      await page.getByRole('button', { name: 'Undo' }).click();
      await line.getByText('Due today').waitFor();
      await expect.poll(async () => (await now()).dueOn).toBe(day(0));
    },
  );

  test.for(bothSizes)('a task is written down in one line, for a day (%s)', async (size, { open }) => {
    const title = unique('Order catalogues');
    const page = await open({ as: 'rep', size, path: '/today' });
    await page.getByLabel('New task').first().fill(title);
    await page.locator('form').getByText('Tomorrow').click();
    await page.getByLabel('New task').first().press('Enter');
    await section(page, 'Tomorrow').getByText(title).waitFor();
    const api = await apiAs('rep');
    const titles = async () => {
      const { items } = await api.listTasks({ query: { ownerId: 'me', limit: 100 } });
      return items.map((one) => one.title);
    };
    await expect.poll(titles).toContain(title);
  });

  test('the day is worked off by the keyboard alone', async ({ open }) => {
    const { task, now } = await aTask('rep2', -20);
    const page = await open({ as: 'rep2', path: '/today' });
    const line = lineOf(page, task.title);
    await line.waitFor();
    const isThere = () => line.evaluate((element) => element === document.activeElement);
    for (let n = 0; n < 30 && !(await isThere()); n++) await page.keyboard.press('j');
    expect(await isThere()).toBe(true);
    await page.keyboard.press('s');
    await page.getByRole('menuitem', { name: /^Tomorrow/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('d');
    await expect.poll(async () => (await now()).status).toBe('done');
  });
});

describe('the team’s day', () => {
  test.for(bothSizes)(
    'a manager sees where the team stands, and one of them by the address (%s)',
    async (size, { open }) => {
      const { task } = await aTask('rep2', -30);
      const page = await open({ as: 'manager', size, path: '/today' });
      await page.getByRole('tab', { name: 'Team' }).click();
      await page
        .getByRole('table')
        .getByRole('row', { name: /Proposal/ })
        .waitFor();
      const idle = section(page, 'Idle deals');
      await idle
        .getByText(/^(Idle for \d+ days|No deal is idle)/)
        .first()
        .waitFor();
      await section(page, 'Overdue tasks').getByText(task.title).waitFor({ state: 'attached' });

      await page.getByRole('combobox', { name: 'Whose' }).click();
      await page.getByRole('option', { name: 'Rosa Lindqvist' }).click();
      await page.waitForURL(/person=us_/);
      await section(page, 'Overdue tasks').getByText(task.title).waitFor({ state: 'detached' });
    },
  );

  test('who leads nobody has no such tab', async ({ open }) => {
    const page = await open({ as: 'rep', path: '/today?tab=team' });
    await page.getByRole('heading', { name: 'Closing soon' }).waitFor();
    expect(await page.getByRole('tab').count()).toBe(0);
  });
});
