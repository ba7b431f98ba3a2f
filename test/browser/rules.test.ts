import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import type { NewRule } from '../../web/client/src/index.ts';
import { apiAs, settled, test } from '../helpers/console.ts';

const part = '/settings/rules';
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
/** Adds a step at the end of the rule. */
async function add(page: Page, deed: string) {
  await page.getByRole('button', { name: 'Add a step' }).last().click();
  await page.getByRole('menuitem', { name: deed }).click();
}

const waitAndBranch: NewRule['draft'] = {
  trigger: { on: 'event', events: ['contact.created'] },
  steps: [
    { id: 'wait', do: 'wait', for: '2h' },
    { id: 'if', do: 'branch', if: { lifecycle: 'lead' }, yes: [{ id: 'stop', do: 'stop' }] },
  ],
};

describe('rules', () => {
  test('one is built step by step, refused where something is missing, published, and tried on what has happened', async ({
    open,
  }) => {
    const word = randomUUID().slice(0, 8);
    const api = await apiAs('admin');
    const page = await open({ path: part });
    await press(page, 'New rule');
    await page.getByRole('textbox', { name: 'Name' }).fill(`Tag ${word}`);
    await press(page, 'Make the rule');
    await page.getByRole('heading', { level: 1, name: `Tag ${word}` }).waitFor();

    await press(page, 'When a form is sent');
    await page.getByRole('combobox', { name: 'Of which records' }).selectOption('Companies');
    await page.getByRole('button', { name: 'When a company is new' }).waitFor();
    await add(page, 'Add a tag');
    await press(page, 'Save');
    await page.getByText('Something is still to be filled in here.').waitFor();
    await page.getByRole('textbox', { name: 'Tag', exact: true }).fill(word);
    await add(page, 'Wait');
    await page.getByRole('button', { name: 'wait 3 days', exact: true }).press('Alt+ArrowUp');
    await page.getByText('wait 3 days: now 1 of 2').waitFor();
    await page.getByRole('button', { name: 'wait 3 days', exact: true }).press('Alt+ArrowDown');
    await press(page, 'Save');
    await page.getByText('The rule is saved.').waitFor();
    await press(page, 'Publish');
    await page.getByText('Live', { exact: true }).waitFor();

    await api.createCompany({ body: { name: `Firm ${word}` } });
    await settled();
    await page.getByRole('tab', { name: 'Try it' }).click();
    await press(page, 'Try it');
    const tried = page.getByRole('listitem').filter({ hasText: `Firm ${word}` });
    await tried.getByText(`add the tag “${word}”`).waitFor();
    await tried.getByText('It would have waited').waitFor();
  });

  test('what one has done stands in its history, step by step', async ({ open }) => {
    const page = await open({ path: part });
    await page.getByRole('link', { name: 'Idle deal' }).click();
    await page.getByRole('tab', { name: 'History' }).click();
    await page.getByRole('row').filter({ hasText: 'Done' }).first().getByRole('button').click();
    await page.getByRole('dialog').getByText('Because a deal goes quiet').waitFor();
    await page
      .getByRole('dialog')
      .getByText(/^make the task “/)
      .waitFor();
  });

  test('a step is dragged by its handle into a branch', async ({ open }) => {
    const api = await apiAs('admin');
    const name = `Dragged ${randomUUID().slice(0, 8)}`;
    const { id } = await api.createRule({ body: { name, draft: waitAndBranch } });
    await settled();
    const page = await open({ path: `${part}?rule=${id}` });
    await page.locator('[data-step="wait"] [data-handle]').hover();
    await page.mouse.down();
    const place = page.getByRole('group', { name: 'then' }).getByRole('button', { name: 'Add a step' });
    const { x = 0, y = 0, height = 0 } = (await place.boundingBox()) ?? {};
    await page.mouse.move(x + 40, y + height / 2, { steps: 8 });
    await page.mouse.up();
    await page.getByRole('group', { name: 'then' }).getByText('wait 2 hours').waitFor();
    await press(page, 'Save');
    await page.getByText('The rule is saved.').waitFor();
    const { draft } = await api.getRule({ path: { ruleId: id } });
    expect(draft.steps).toMatchObject([{ id: 'if', yes: [{ id: 'stop' }, { id: 'wait' }] }]);
  });

  test('on a phone a step is moved into a branch, and what was removed comes back', async ({ open }) => {
    const api = await apiAs('admin');
    const name = `Branch ${randomUUID().slice(0, 8)}`;
    const { id } = await api.createRule({ body: { name, draft: waitAndBranch } });
    await settled();
    const page = await open({ size: 'phone', path: `${part}?rule=${id}` });
    await press(page, 'What can be done: wait 2 hours');
    await page.getByRole('menuitem', { name: 'Move down' }).click();
    await page.getByRole('group', { name: 'then' }).getByText('wait 2 hours').waitFor();
    await press(page, 'What can be done: stop here');
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await press(page, 'Undo');
    await press(page, 'Save');
    await page.getByText('The rule is saved.').waitFor();
    const { draft } = await api.getRule({ path: { ruleId: id } });
    expect(draft.steps).toMatchObject([{ id: 'if', yes: [{ id: 'wait' }, { id: 'stop' }] }]);
  });
});
