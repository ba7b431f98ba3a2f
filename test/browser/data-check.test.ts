import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { apiAs, bothSizes, settled, test } from '../helpers/console.ts';

/** A person whose address has a slip and whom nobody owns. */
async function aFaultyContact() {
  const api = await apiAs('admin');
  const word = randomUUID().slice(0, 8);
  const { id } = await api.createContact({
    body: {
      ...{ firstName: 'Ada', lastName: `Slip ${word}`, emails: [{ address: `ada.${word}@gmial.com` }] },
      phones: [{ number: '+491701234567' }],
    },
  });
  const found = async () => (await api.getContact({ path: { contactId: id } })) as { ownerId?: string };
  await settled();
  return { api, id, word, title: `Ada Slip ${word}`, found };
}

describe('the data check', () => {
  test.for(bothSizes)('what is wrong is found, mended together, and graded (%s)', async (size, { open }) => {
    const { api, id, word, title, found } = await aFaultyContact();
    const page = await open({ size, path: '/data-check' });
    const line = page.getByRole('listitem').filter({ hasText: title });
    const tick = () =>
      line
        .locator('label')
        .filter({ hasText: `Select ${title}` })
        .click();
    await page.getByRole('button', { name: 'Check now' }).click();
    await page.getByText(/^The data of the workspace has grade/).waitFor();

    await page.getByRole('link', { name: /^Contacts .*Mistyped addresses$/ }).click();
    await line.getByText(`ada.${word}@gmail.com`).waitFor();
    await tick();
    await page.getByRole('button', { name: 'Accept suggestion' }).click();
    await page.getByText('1 record is mended').waitFor();
    await line.waitFor({ state: 'detached' });
    expect(await found()).toMatchObject({ emails: [{ address: `ada.${word}@gmail.com` }] });

    await page.getByRole('link', { name: 'Data check', exact: true }).first().click();
    await page.getByRole('link', { name: /^Contacts .*Without an owner$/ }).click();
    await tick();
    await page.getByRole('button', { name: 'Assign', exact: true }).click();
    const dialog = page.getByRole('dialog');
    const [user] = (await api.listUsers({ query: { limit: 1 } })).items;
    await dialog.getByRole('combobox', { name: 'Owner' }).click();
    await page.getByRole('option', { name: user?.name ?? '', exact: true }).click();
    await dialog.getByRole('button', { name: 'Assign', exact: true }).click();
    await line.waitFor({ state: 'detached' });
    expect(await found()).toMatchObject({ id, ownerId: user?.id });
  });
});
