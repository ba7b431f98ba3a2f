import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { apiAs, settled, test } from '../helpers/console.ts';
import { checkedFile } from '../helpers/import-file.ts';

/** People whom nobody has, one of them with a slip in the address, and one whose birthday is no day. */
function aFile() {
  const word = randomUUID().slice(0, 8);
  const rows = [
    'First Name,Last Name,E-mail,Birthday,Shoe size',
    `Ada,${word},ada.${word}@example.com,1815-12-10,38`,
    `Hedy,${word},hedy.${word}@gmial.com,1914-11-09,36`,
    `Mary,${word},mary.${word}@example.com,31.02.1999,37`,
  ];
  return { word, text: rows.join('\n') };
}

/** Lets a file fall upon the page, as a person does from a folder. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([content ?? ''], fileName ?? '', { type: 'text/csv' }));
      return data;
    },
    [name, text],
  );
  await page.getByRole('group', { name: 'Drop a file here' }).dispatchEvent('drop', { dataTransfer });
}
const heading = (page: Page, name: string) => page.getByRole('heading', { name });

describe('an import', () => {
  test('is dropped, matched, checked, put right, run, seen by others at the same step, and undone', async ({
    open,
  }) => {
    const { word, text } = aFile();
    const page = await open({ as: 'manager', path: '/contacts' });
    await page.getByRole('link', { name: 'Import', exact: true }).click();
    await drop(page, `${word}.csv`, text);

    await heading(page, 'Which column is what?').waitFor();
    await page.getByText('4 of 5 columns are taken').waitFor();
    await page.getByRole('combobox', { name: 'Shoe size becomes' }).click();
    await page.getByRole('option', { name: 'Score' }).click();
    await page.getByText('5 of 5 columns are taken').waitFor();
    await page.getByRole('button', { name: 'Check the rows' }).click();

    await heading(page, 'What would become of the rows').waitFor();
    await page.getByRole('button', { name: /^Take hedy\..*@gmail\.com for/ }).click();
    await page.getByRole('tab', { name: 'Unreadable' }).click();
    await page.getByRole('button', { name: 'Put right: 31.02.1999' }).click();
    await page.getByLabel('Instead of “31.02.1999”').fill('1999-02-28');
    await page.getByRole('button', { name: 'Keep' }).click();
    await page.getByRole('button', { name: 'Apply and check again' }).click();
    await page.getByRole('tab', { name: 'Repairs' }).waitFor();
    await page.getByText('3 rows become new records. It can be undone for 30 days.').waitFor();

    const colleague = await open({ as: 'admin', path: new URL(page.url()).pathname });
    await heading(colleague, 'Bring them in').waitFor();

    await page.getByRole('button', { name: 'Import now' }).click();
    await heading(page, 'It is done').waitFor();
    await page.getByRole('link', { name: `Hedy ${word}` }).waitFor();
    await settled();
    const api = await apiAs('manager');
    const made = await api.search({ query: { q: word, types: 'contact' } });
    const mails = made.items.map(({ record }) => JSON.stringify(record)).join();
    expect(mails).toContain(`hedy.${word}@gmail.com`);
    expect(mails).toContain('1999-02-28');

    await page.reload();
    await page.getByRole('button', { name: 'Undo this import' }).click();
    const asked = page.getByRole('dialog');
    await asked.getByText('3 records that it made go to the trash').waitFor();
    await asked.getByRole('button', { name: 'Undo this import' }).click();
    await heading(page, 'It was undone').waitFor();
    await heading(colleague, 'It was undone').waitFor();
    await page.getByRole('tab', { name: 'In the trash 3' }).waitFor();
    await page.getByRole('link', { name: 'All imports' }).click();
    await page.getByRole('row', { name: new RegExp(`${word}.csv.*Undone`) }).waitFor();
  });

  test('can be used under a thumb, and says what broke of a file', async ({ open }) => {
    const { word, text } = aFile();
    const id = await checkedFile('manager', `${word}.csv`, `${text}\n"never closed,${word}`);
    const page = await open({ as: 'manager', size: 'phone', path: `/imports/${id}` });
    await page.getByRole('tab', { name: 'Invalid 1' }).click();
    await page.getByText('A quote is opened and never closed').waitFor();
    await page.getByRole('link', { name: 'Change columns' }).click();
    await page.getByText('1 row is not as it should be.').waitFor();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(wide).toBe(false);
  });

  test('is not offered to who may not bring files', async ({ open }) => {
    const page = await open({ as: 'rep', path: '/contacts' });
    await page.getByRole('button', { name: 'New contact' }).waitFor();
    expect(await page.getByRole('link', { name: /^Imports?$/ }).count()).toBe(0);
  });
});
