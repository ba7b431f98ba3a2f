import { describe, expect } from 'vitest';
import { apiAs, settled, test, violations } from '../helpers/console.ts';

describe('the fields that reports are split by', () => {
  test('are chosen in the settings and given up again, and who may not does not change them', async ({
    open,
  }) => {
    const api = await apiAs('admin');
    const key = `floor_${crypto.randomUUID().slice(0, 6)}`;
    const label = `Floor ${key}`;
    await api.createField({ body: { of: 'deal', key, type: 'text', label } });
    await settled();
    const page = await open({ path: '/settings/workspace' });
    const choice = page.getByRole('combobox', { name: 'Reports of deals by' });
    await choice.click();
    await page.getByRole('option', { name: label }).click();
    await page.getByText(/counted by it anew in the background/).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved. It holds everywhere within 30 seconds.').waitFor();
    expect((await api.getWorkspace()).reportFields.deal).toBe(key);

    const read = await open({ path: '/settings/workspace', as: 'rep' });
    const shown = read.getByRole('combobox', { name: 'Reports of deals by' });
    await expect.poll(() => shown.inputValue()).toBe(label);
    expect(await shown.isDisabled()).toBe(true);

    await choice.click();
    await page.getByRole('option', { name: 'No field' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(async () => (await api.getWorkspace()).reportFields.deal).toBeUndefined();
  });
});
