import { randomUUID } from 'node:crypto';
import { describe, expect, inject } from 'vitest';
import { rawMail, sendRaw } from '../helpers/client.ts';
import { apiAs, bothSizes, settled, test } from '../helpers/console.ts';

const smtpPort = inject('smtpPort');

/** Somebody nobody knows writes to the sales address. */
async function aStrangerWrites(subject: string, more: Record<string, string> = {}) {
  const word = randomUUID().slice(0, 8);
  const from = `${word}@stranger.example`;
  const headers = {
    From: `Stranger ${word} <${from}>`,
    To: 'sales@in.acme.test',
    Subject: `${subject} ${word}`,
    ...more,
  };
  await sendRaw({ smtpPort }, rawMail(headers, 'Do you ship to Norway?'), from, 'sales@in.acme.test');
  await settled();
  return { name: `Stranger ${word}`, subject: `${subject} ${word}` };
}

describe('mail', () => {
  test.for(bothSizes)(
    'who was unknown is a new lead whose message can be read (%s)',
    async (size, { open }) => {
      const { name, subject } = await aStrangerWrites('Shipping');
      const page = await open({ size, path: '/mail' });
      const line = page.getByRole('button', { name: new RegExp(subject) });
      await line.getByText('New lead').waitFor();
      await line.click();
      await page.getByText('Do you ship to Norway?').waitFor();
      await page.getByRole('definition').getByRole('link', { name }).click();
      await page.waitForURL(/\/contacts\/ct_/);
    },
  );

  test('what is skipped says why, and can be had as it came', async ({ open }) => {
    const { subject } = await aStrangerWrites('Out of office', { 'Auto-Submitted': 'auto-replied' });
    const page = await open({ path: '/mail' });
    await page.getByRole('tab', { name: 'Skipped' }).click();
    await page.getByRole('button', { name: new RegExp(subject) }).click();
    await page.getByText('A program answered, not a person').waitFor();
    await page.getByRole('link', { name: 'The message as it came (.eml)' }).waitFor();
  });

  test('the figures add up', async ({ open }) => {
    await settled();
    const page = await open({ path: '/mail' });
    await page.getByText('Nothing is missing').waitFor();
    const figures = page.getByRole('group', { name: 'What came in, and what became of it' });
    const count = async (word: string) =>
      Number((await figures.getByText(word).locator('..').textContent())?.replace(/\D/g, ''));
    const [received, logged, skipped, failed] = await Promise.all(
      ['received', 'logged', 'skipped', 'failed'].map(count),
    );
    expect(received).toBeGreaterThan(0);
    expect(received).toBe(Number(logged) + Number(skipped) + Number(failed));
  });

  test('who gets no advertising is put on the list, looked up, and let through again', async ({ open }) => {
    const word = randomUUID().slice(0, 8);
    const address = `${word}@quiet.example`;
    const api = await apiAs('admin');
    await api.createContact({ body: { lastName: word, emails: [{ address }] } });
    const page = await open({ path: '/mail?tab=suppressed' });
    await page.getByRole('button', { name: 'Add an address' }).click();
    await page.getByRole('dialog').getByLabel('E-mail address').fill(address);
    await page.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText(`${address} gets no advertising any more`).waitFor();
    await page.getByRole('listitem').getByText(address).waitFor();

    await page.getByRole('textbox', { name: 'Look an address up' }).fill(address.toUpperCase());
    await page.getByRole('button', { name: 'Look up', exact: true }).click();
    await page.getByRole('button', { name: 'Let through again' }).click();
    await page.getByText('Do this only for somebody who asked for it.').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Let through again' }).click();
    await page.getByText('gets advertising: nothing is said against it').waitFor();
    expect((await api.lookUpSuppression({ query: { address } })).items).toEqual([]);
  });
});
