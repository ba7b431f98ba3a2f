import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { rawMail, sendRaw } from '../helpers/client.ts';
import { apiAs, settled, test, violations } from '../helpers/console.ts';

const smtpPort = inject('smtpPort');

async function aContact() {
  const api = await apiAs('admin');
  const word = randomUUID().slice(0, 8);
  const address = `${word}@reader.example`;
  const body = { firstName: 'Ada', lastName: `Reads ${word}`, emails: [{ address }] };
  const { id } = await api.createContact({ body });
  return { id, address, word };
}
const mailsTo = async (contactId: string) =>
  (await (await apiAs('admin')).listContactMails({ path: { contactId } })).items;

async function begin(page: Page) {
  await page.getByRole('button', { name: 'E-mail', exact: true }).click();
  const form = page.getByRole('tabpanel', { name: 'E-mail' });
  await form.getByLabel('Subject').waitFor();
  return form;
}

describe('a mail to a contact', () => {
  test('says what is missing at its place, survives a reload, and is taken back within ten seconds', async ({
    open,
  }) => {
    const { id } = await aContact();
    const page = await open({ path: `/contacts/${id}` });
    const form = await begin(page);
    await form.getByLabel('Subject').fill('Our talk');
    const text = form.getByLabel('Text', { exact: true });
    await text.fill('Hello {{contact.firstName}}, {{contact.jobTitle}}');
    await form.getByRole('button', { name: 'Preview' }).click();
    const sheet = form.getByTitle('The mail as they get it').contentFrame();
    await sheet.getByText('Hello Ada,').waitFor();
    expect(await violations(page)).toEqual([]);
    await form.getByRole('button', { name: 'Send', exact: true }).click();
    await form.getByText('Nothing is known for {{contact.jobTitle}}').first().waitFor();

    await text.fill('Hello {{contact.firstName}}, until soon');
    await page.reload();
    expect(await text.inputValue()).toBe('Hello {{contact.firstName}}, until soon');
    await form.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText('The mail leaves in ten seconds').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('The mail is taken back').waitFor();
    expect(await text.inputValue()).toBe('Hello {{contact.firstName}}, until soon');
    expect((await mailsTo(id)).map(({ status }) => status)).toEqual(['cancelled']);
  });

  test('is shown as it arrives: in the look of its template, signed, and with the way to unsubscribe', async ({
    open,
  }) => {
    const { id, word } = await aContact();
    const html = '<body style="background:#eef"><h1>Dear {{contact.firstName}}</h1></body>';
    const body = {
      name: `News ${word}`,
      subject: 'News',
      text: 'Dear {{contact.firstName}}',
      html,
      marketing: true,
    };
    await (await apiAs('admin')).createTemplate({ body });
    const api = await apiAs('manager');
    await api.patchMe({ body: { preferences: { signature: 'Your Acme' } } });
    const page = await open({ as: 'manager', size: 'phone', path: `/contacts/${id}` });
    await page.getByRole('button', { name: 'Mail', exact: true }).click();
    const form = page.getByRole('tabpanel', { name: 'E-mail' });
    await form.getByRole('combobox', { name: 'Template' }).click();
    await page.getByRole('option', { name: body.name }).click();
    await form.getByRole('button', { name: 'Preview' }).click();
    const sheet = form.getByTitle('The mail as they get it').contentFrame();
    await sheet.getByRole('heading', { name: 'Dear Ada' }).waitFor();
    await sheet.getByText('Your Acme').waitFor();
    await sheet.getByRole('link', { name: 'Unsubscribe' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await api.patchMe({ body: { preferences: { signature: null } } });
  });

  test('leaves later where that is said, and stands on the page until then (phone)', async ({ open }) => {
    const { id } = await aContact();
    const page = await open({ size: 'phone', path: `/contacts/${id}` });
    await page.getByRole('button', { name: 'Mail', exact: true }).click();
    const form = page.getByRole('tabpanel', { name: 'E-mail' });
    await form.getByLabel('Subject').fill('Next year');
    await form.getByLabel('Text', { exact: true }).fill('All the best');
    await form.getByRole('button', { name: 'Later' }).click();
    const inAMonth = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    await form.getByLabel('Leaves at').fill(`${inAMonth}T09:00`);
    await form.getByRole('button', { name: 'Send later' }).click();
    const waiting = page.getByRole('region', { name: 'Mails that are not sent yet' });
    await waiting.getByText('Next year').waitFor();
    await waiting.getByRole('button', { name: 'Take back: Next year' }).click();
    await waiting.waitFor({ state: 'detached' });
    expect((await mailsTo(id)).map(({ status }) => status)).toEqual(['cancelled']);
  });

  test('goes on in the thread that it answers', async ({ open }) => {
    const { id, address, word } = await aContact();
    const headers = {
      From: `Ada <${address}>`,
      To: 'sales@in.acme.test',
      Subject: `Norway ${word}`,
      'Message-ID': `<${word}@reader.example>`,
    };
    await sendRaw({ smtpPort }, rawMail(headers, 'Do you ship there?'), address, 'sales@in.acme.test');
    await settled();
    const page = await open({ path: `/contacts/${id}` });
    await page.getByRole('button', { name: 'Reply' }).click();
    const form = page.getByRole('tabpanel', { name: 'E-mail' });
    await form.getByText('Goes on in the conversation').waitFor();
    expect(await form.getByLabel('Subject').inputValue()).toBe(`Re: Norway ${word}`);
    await form.getByLabel('Text', { exact: true }).fill('We do');
    await form.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText('The mail leaves in ten seconds').waitFor();
    const [mail] = await mailsTo(id);
    expect(mail).toMatchObject({ to: address, inReplyTo: expect.stringContaining(word) });
  });

  test('from a deal’s page goes to its contact, is about the deal, and stands on its timeline', async ({
    open,
  }) => {
    const { id, address, word } = await aContact();
    const body = { name: `Racks ${word}`, contactId: id };
    const { id: dealId } = await (await apiAs('admin')).createDeal({ body });
    const page = await open({ path: `/deals/${dealId}` });
    const form = await begin(page);
    expect(await form.getByRole('combobox', { name: 'To' }).inputValue()).toBe(
      `Ada Reads ${word} <${address}>`,
    );
    await form.getByLabel('Subject').fill('The offer');
    await form.getByLabel('Text', { exact: true }).fill('As to ');
    await form.getByRole('button', { name: 'Blank' }).click();
    await page.getByRole('menuitem', { name: 'Name of the deal' }).click();
    await form.getByRole('button', { name: 'Preview' }).click();
    const sheet = form.getByTitle('The mail as they get it').contentFrame();
    await sheet.getByText(`As to Racks ${word}`).waitFor();
    await form.getByRole('button', { name: 'Send', exact: true }).click();
    const waiting = page.getByRole('region', { name: 'Mails that are not sent yet' });
    await waiting.getByText('The offer').waitFor();
    // Ten seconds later it is gone.
    await page.getByRole('region', { name: 'Timeline' }).getByText('The offer').waitFor();
    await waiting.waitFor({ state: 'detached' });
    expect(await mailsTo(id)).toMatchObject([{ to: address, dealId }]);
  });
});
