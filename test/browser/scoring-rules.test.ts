import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { apiAs, bothSizes, settled, test, violations } from '../helpers/console.ts';

const rule = (page: Page, name: string) => page.getByRole('listitem', { name, exact: true });
const save = (page: Page) => page.getByRole('button', { name: 'Save' }).click();

describe('the rules of scores', () => {
  test('are changed by a person, and a fault is said at its field', async ({ open }) => {
    const api = await apiAs('admin');
    const page = await open({ path: '/settings/scoring' });
    const name = `Rule ${crypto.randomUUID().slice(0, 6)}`;
    await page.getByRole('button', { name: 'Add a rule of who they are' }).click();
    await page.keyboard.type(name);
    const added = rule(page, name);
    await added.getByRole('textbox', { name: 'Points' }).fill('700');
    await added.getByRole('combobox', { name: 'Field' }).click();
    await page.getByRole('option', { name: 'Job title' }).click();
    await save(page);
    await added.getByText('From -100 to 100.').waitFor();
    expect(await violations(page)).toEqual([]);
    await added.getByRole('textbox', { name: 'Points' }).fill('7');
    await save(page);
    await added.getByText('Say what must hold of the contact.').waitFor();
    await added.getByRole('textbox', { name: 'Job title' }).fill('Astronaut');
    await added.getByText(/Of the newest/).waitFor();
    await save(page);
    await page.getByText('The rules hold from now on.').waitFor();
    const { rules } = await api.getScoringRules();
    expect(rules.at(-1)).toMatchObject({
      name,
      points: 7,
      group: 'fit',
      when: { jobTitle: { $contains: 'Astronaut' } },
    });

    await rule(page, 'Sent a form').getByRole('textbox', { name: 'Half after days' }).fill('');
    await save(page);
    await rule(page, 'Sent a form').getByText('From 1 to 365.').waitFor();
    await rule(page, 'Sent a form').getByRole('textbox', { name: 'Half after days' }).fill('45');
    await added.getByRole('button', { name: `Remove the rule ${name}` }).click();
    await save(page);
    await expect
      .poll(async () => (await api.getScoringRules()).rules.find(({ id }) => id === 'form'))
      .toMatchObject({ halfLifeDays: 45 });
    expect((await api.getScoringRules()).rules.some((one) => one.name === name)).toBe(false);
  });

  test('that two people change are asked of the second, who loses nothing', async ({ open }) => {
    const api = await apiAs('admin');
    const { version: _, updatedAt: __, ...before } = await api.getScoringRules();
    const pointsOf = (rules: typeof before.rules) => rules.find(({ id }) => id === 'met')?.points ?? 0;
    const [mine, theirs] = [1, 2].map((more) => ((pointsOf(before.rules) + more) % 20) + 1);
    const hotFrom = before.hotFrom === 70 ? 72 : 70;
    const page = await open({ path: '/settings/scoring' });
    await rule(page, 'Met with us').getByRole('textbox', { name: 'Points' }).fill(String(mine));
    const rules = before.rules.map((one) => (one.id === 'met' ? { ...one, points: theirs ?? 0 } : one));
    await api.putScoringRules({ body: { ...before, hotFrom, rules } });
    await save(page);
    await page.getByRole('alert').getByText('Rules').waitFor();
    expect(pointsOf((await api.getScoringRules()).rules)).toBe(theirs);
    await save(page);
    await page.getByText('The rules hold from now on.').waitFor();
    const now = await api.getScoringRules();
    expect(pointsOf(now.rules)).toBe(mine);
    expect(now.hotFrom).toBe(hotFrom);
    await settled();
  });

  test.for(bothSizes)('are read by who may not change them (%s)', async (size, { open }) => {
    const page = await open({ path: '/settings/scoring', as: 'rep', size });
    await rule(page, 'Sent a form').waitFor();
    expect(await page.getByRole('textbox', { name: 'Points' }).first().isDisabled()).toBe(true);
    expect(await page.getByRole('button', { name: /^(Add|Remove|Change)/ }).count()).toBe(0);
    expect(await violations(page)).toEqual([]);
  });
});
