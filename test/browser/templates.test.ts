import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { apiAs, settled, test } from '../helpers/console.ts';

describe('mail templates', () => {
  test('one is read as it is written, with a blank at the cursor, put right where it is wrong, and read as a contact gets it', async ({
    open,
  }) => {
    const word = randomUUID().slice(0, 8);
    const api = await apiAs('admin');
    await api.createContact({ body: { firstName: `Ada${word}`, lastName: 'Reader' } });
    await settled();
    const page = await open({ path: '/settings/templates' });
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    await page.getByRole('link', { name: 'New template' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill(`Hello ${word}`);
    const subject = page.getByRole('textbox', { name: 'Subject' });
    const preview = page.getByRole('region', { name: 'How it reads' });
    await subject.fill('For you');
    const text = page.getByRole('textbox', { name: 'Text' });
    await text.fill('Dear !');
    await text.press('ArrowLeft');
    await press('Insert a blank');
    await page.getByRole('textbox', { name: 'Where that is not known' }).fill('there');
    await press('Insert');
    expect(await text.inputValue()).toBe('Dear {{contact.firstName|there}}!');

    await preview.getByText('Dear Ada!').waitFor();

    await subject.fill('For {{contact.nobody}}');
    await press('Save');
    await page.locator('input[aria-invalid="true"]').waitFor();
    await page.getByText('There is no blank “contact.nobody”.').first().waitFor();
    await subject.fill('For you');
    await press('Save');
    await page.getByRole('heading', { level: 1, name: `Hello ${word}` }).waitFor();

    await preview.getByRole('combobox').fill(`Ada${word}`);
    await page.getByRole('option', { name: `Ada${word} Reader` }).click();
    await preview.getByText(`Dear Ada${word}!`).waitFor();
  });
});
