import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { apiAs, settled, test, violations } from '../helpers/console.ts';

/** A word that no other run has, so that what was made is found among all there is. */
const unique = () => Math.random().toString(36).slice(2, 8);
const part = (id: string) => `/settings/${id}`;
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const choose = async (page: Page, label: string, option: string) => {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
};

/** Somebody who is posted to, until the test is over. */
async function listening() {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    request.on('data', (data) => heard.push(String(data))).on('end', () => response.writeHead(204).end());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const close = async () => void server.close();
  return { heard, url: `http://127.0.0.1:${port}/rapport`, [Symbol.asyncDispose]: close };
}

describe('people and what they may', () => {
  test('somebody is invited by their address, and stands among the users as invited', async ({ open }) => {
    const page = await open({ path: part('users') });
    const email = `${unique()}@acme.test`;
    await press(page, 'Invite');
    await page.getByLabel('E-mail address').fill(email);
    await page.getByLabel('Name').fill('Nora Berg');
    await page.getByRole('checkbox', { name: 'Sales' }).check();
    await press(page, 'Send invitation');
    await page.getByText(`An invitation is on its way to ${email}.`).waitFor();
    await page.getByRole('row').filter({ hasText: email }).getByText('Invited').waitFor();
  });

  test('what is typed is not lost by a tap outside, nor where somebody else saves first', async ({
    open,
  }) => {
    const api = await apiAs('admin');
    const [name, mine, theirs] = ['Team', 'Mine', 'Theirs'].map((word) => `${word} ${unique()}`) as [
      string,
      string,
      string,
    ];
    const { id } = await api.createTeam({ body: { name } });
    const page = await open({ size: 'phone', path: part('teams') });
    await press(page, name);
    await page.getByLabel('Name').fill(mine);
    await page.keyboard.press('Escape');
    const keep = page.getByRole('button', { name: 'Keep editing' });
    await keep.waitFor();
    await page.keyboard.press('Escape'); // closes the question alone
    await keep.waitFor({ state: 'detached' });
    expect(await page.getByLabel('Name').inputValue()).toBe(mine);
    await api.patchTeam({ path: { teamId: id }, body: { name: theirs } });
    await press(page, 'Save');
    await page.getByText('Somebody else changed the same').waitFor();
    expect(await page.getByLabel('Name').inputValue()).toBe(mine);
    await press(page, 'Save');
    await page.getByText(`${mine} is saved.`).waitFor();
    expect((await api.getTeam({ path: { teamId: id } })).name).toBe(mine);
  });

  test('a role of one’s own begins as a copy, hides a field and says what it opens', async ({ open }) => {
    const api = await apiAs('admin');
    const name = `Night shift ${unique()}`;
    const page = await open({ path: part('roles') });
    await press(page, 'New role');
    await page.getByLabel('Name').fill(name);
    await press(page, 'Make role');
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await choose(page, 'Hold back a field of Contacts', 'Phones');
    await page.getByRole('combobox', { name: 'Contacts: Read' }).selectOption('All');
    await page.getByRole('combobox', { name: 'Contacts: Export' }).selectOption('All');
    await page.getByText('Takes all records of a kind out as a file.').waitFor();
    await press(page, 'Save');
    await page.getByText(`${name} is saved.`).waitFor();
    const made = (await api.listRoles()).items.find((role) => role.name === name);
    expect(made?.policy.fields.contact).toEqual({ phones: 'hidden' });
    expect(made?.policy.records.contact).toMatchObject({ read: 'all', edit: 'own', export: 'all' });
  });
});

describe('records', () => {
  test('stages are brought into another order by the keyboard alone', async ({ open }) => {
    const api = await apiAs('admin');
    const name = `Pipeline ${unique()}`;
    const stages = ['first', 'second', 'won', 'lost'].map((id) => ({
      id,
      name: id,
      kind: id === 'won' || id === 'lost' ? id : ('open' as const),
      probability: 0.5,
    }));
    const { id } = await api.createPipeline({ body: { name, stages: stages as never } });
    const page = await open({ path: part('pipelines') });
    await page.getByRole('link', { name }).click();
    await page.getByRole('button', { name: 'Move first', exact: true }).focus();
    await page.keyboard.press('ArrowDown');
    await page.getByText('first is now 2 of 4').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await press(page, 'Save');
    await page.getByText(`${name} is saved.`).waitFor();
    const saved = await api.getPipeline({ path: { pipelineId: id } });
    expect(saved.stages.map((stage) => stage.id)).toEqual(['second', 'first', 'won', 'lost']);
  });

  test('a field is added on a phone, with a key of its label and options to choose from', async ({
    open,
  }) => {
    const label = `Tariff ${unique()}`;
    const page = await open({ size: 'phone', path: part('fields') });
    await press(page, 'New field');
    await page.getByLabel('Label', { exact: true }).fill(label);
    await choose(page, 'Type', 'One of a list');
    await press(page, 'Add an option');
    await page.getByLabel('Option 1').fill('Basic');
    await press(page, 'Make field');
    await page.getByText(`${label} is saved.`).waitFor();
    const api = await apiAs('admin');
    const made = (await api.listFields()).items.find((field) => field.label === label);
    expect(made).toMatchObject({ of: 'contact', type: 'choice', options: [{ label: 'Basic' }] });
  });
});

describe('programs', () => {
  test('a key is shown once, works, and is revoked on a phone', async ({ open }) => {
    const name = `Shop ${unique()}`;
    const page = await open({ size: 'phone', path: part('keys') });
    await press(page, 'New key');
    await page.getByLabel('Name').fill(name);
    await press(page, 'Make key');
    const secret = page.getByRole('dialog').getByText(/^rpk_/);
    const key = await secret.textContent();
    await page.keyboard.press('Escape'); // nothing closes it but the word that it is kept
    await press(page, 'I have kept it');
    await secret.waitFor({ state: 'detached' });
    const ask = () =>
      fetch(new URL('/v1/users/me', page.url()), { headers: { authorization: `Bearer ${key}` } });
    expect((await ask()).status).toBe(200);
    await press(page, `Revoke ${name}`);
    await press(page, 'Revoke');
    await page.getByText(`${name} is revoked.`).waitFor();
  });

  test('a webhook is made, and what it was told is seen with the answer of the target', async ({ open }) => {
    await using target = await listening();
    const page = await open({ path: part('webhooks') });
    await press(page, 'New webhook');
    await page.getByLabel('URL').fill(target.url);
    await choose(page, 'Events', 'segment.left'); // which nothing else makes happen meanwhile
    await page.keyboard.press('Escape');
    await press(page, 'Make webhook');
    await page.getByText(/^whsec_/).waitFor();
    await press(page, 'I have kept it');
    await page.getByRole('link', { name: target.url }).click();
    await press(page, 'Send a test');
    await page.getByRole('dialog').getByText('Delivered').waitFor();
    await page.getByRole('dialog').getByRole('cell', { name: '204' }).waitFor();
    expect(target.heard.join()).toContain('webhook.ping');
    await page.keyboard.press('Escape');
    await press(page, 'Delete');
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('heading', { level: 1, name: 'Webhooks' }).waitFor();
  });
});

describe('mail', () => {
  test('how much advertising goes out and with whom mail is never kept is set, and what is refused is said at its field', async ({
    open,
  }) => {
    const word = unique();
    const page = await open({ size: 'phone', path: part('mail') });
    const most = page.getByLabel('Mails at most');
    const lines = page.getByRole('combobox', { name: 'Addresses and domains' });
    await most.fill('99');
    await lines.fill('nowhere');
    await lines.press('Enter');
    await press(page, 'Save');
    await page.getByText('From 1 to 20 mails in 1 to 31 days.').waitFor();
    await page.getByText('Neither an e-mail address nor a domain: nowhere').waitFor();
    await most.fill('6');
    await lines.press('Backspace');
    await lines.fill(`Ada@${word}.example`);
    await lines.press('Enter');
    await lines.fill(`@${word}.example`);
    await press(page, 'Save');
    await page.getByText('Saved. It holds for all mail within 30 seconds.').waitFor();
    const { marketingCap, neverLog } = await (await apiAs('admin')).getWorkspace();
    expect(marketingCap).toEqual({ most: 6, days: 7 });
    expect(neverLog).toMatchObject({
      addresses: expect.arrayContaining([`ada@${word}.example`]),
      domains: expect.arrayContaining([`${word}.example`]),
    });

    const reader = await open({ as: 'rep', path: part('mail') });
    await reader.getByText(`ada@${word}.example`).waitFor();
    expect(await reader.getByLabel('Mails at most').isDisabled()).toBe(true);
  });
});

describe('a person’s data', () => {
  test('somebody is erased once their name is typed, and one sees how far it is', async ({ open }) => {
    const api = await apiAs('admin');
    const lastName = `Forgetme${unique()}`;
    const { id } = await api.createContact({
      body: { firstName: 'Olga', lastName, emails: [{ address: `${lastName}@example.com` }] },
    });
    await settled();
    const page = await open({ path: part('erasures') });
    await page.getByRole('combobox', { name: 'Whose data?' }).fill(lastName);
    await page.getByRole('option', { name: `Olga ${lastName}` }).click();
    await page.getByText('What stays').waitFor();
    await press(page, 'Erase');
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByRole('button', { name: 'Erase' }).isEnabled()).toBe(false);
    await dialog.getByRole('textbox').fill(`Olga ${lastName}`);
    await dialog.getByRole('button', { name: 'Erase' }).click();
    await page.getByText('Nothing of the person is left').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('row').filter({ hasText: id }).getByText('Done').waitFor();
  });

  test('the log says who changed what of a record', async ({ open }) => {
    const api = await apiAs('admin');
    const { id } = await api.createContact({ body: { lastName: 'Before' } });
    await api.patchContact({ path: { contactId: id }, body: { lastName: 'After' } });
    await settled();
    const page = await open({ path: `/settings/audit?kind=contact&record=${id}` });
    const line = page.getByRole('row').filter({ hasText: 'Changed' });
    await line.getByRole('button').click();
    await page.getByRole('dialog').getByText('Before').waitFor();
  });
});

const parts =
  'workspace users teams roles roles?role=rep pipelines fields segments mail keys webhooks audit erasures';
describe('WCAG 2.2', () => {
  test.for([
    ['light', 'desk'],
    ['dark', 'phone'],
  ] as const)('no part of the settings has a violation (%s, %s)', async ([theme, size], { open }) => {
    const page = await open({ theme, size });
    const found: string[] = [];
    for (const id of parts.split(' ')) {
      await page.goto(new URL(part(id), page.url()).href);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.getByRole('status', { name: 'Loading…' }).waitFor({ state: 'detached' });
      found.push(...(await violations(page)).map((fault) => `${id} ${fault}`));
    }
    expect(found.join('\n')).toBe('');
  });
});
