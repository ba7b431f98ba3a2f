import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect } from 'vitest';
import { launchChromium } from '../helpers/chromium.ts';
import { apiAs, settled, test } from '../helpers/console.ts';

/** A web site of somebody else's: another origin, with what is pasted into its page. */
async function aForeignPage(html: () => string) {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><title>Our products</title><h1>Ask us</h1>${html()}`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() };
}

describe('forms', () => {
  test('a form is made, its snippet copied onto a foreign page, and who sends it is a lead', async ({
    open,
  }) => {
    const word = randomUUID().slice(0, 8);
    const email = `${word}@visitor.example`;
    let snippet = '';
    const site = await aForeignPage(() => snippet);
    const page = await open({ path: '/settings/forms' });
    await page.getByRole('button', { name: 'New form' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill(`Fair ${word}`);
    await page.getByRole('button', { name: 'Make the form' }).click();
    await page.getByRole('heading', { level: 1, name: `Fair ${word}` }).waitFor();
    await page.getByRole('button', { name: 'Add a field' }).click();
    await page.getByRole('menuitem', { name: 'Phone' }).click();
    const preview = page.getByRole('region', { name: 'How it looks' });
    await preview.getByLabel('Phone').waitFor();
    await page.getByRole('combobox', { name: 'Pages that may send it' }).fill(site.origin);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('The form is saved').waitFor();
    snippet = (await page.locator('pre').textContent()) ?? '';
    expect(snippet).toContain('data-rapport');

    const visitor = await launchChromium();
    const visited = await visitor.newPage();
    await visited.goto(site.origin);
    await visited.getByLabel('E-mail').fill(email);
    await visited.getByLabel('Phone').fill('+49 30 123456');
    await visited.getByLabel('Message').fill('Which one is the large one?');
    const answered = visited.waitForResponse((response) => response.url().endsWith('/submissions'));
    await visited.getByRole('button').click();
    expect((await answered).status()).toBe(201);
    await visitor.close();
    site.close();

    await settled();
    const api = await apiAs('admin');
    const { items } = await api.listContacts({ query: { email } });
    expect(items).toHaveLength(1);
    await page.goto(`${new URL(page.url()).origin}/contacts/${items[0]?.id}`);
    await page.getByText('Which one is the large one?').first().waitFor();
  });
});
