import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { apiAs, settled, test } from '../helpers/console.ts';

async function aContact() {
  const api = await apiAs('admin');
  const lastName = `Told ${randomUUID().slice(0, 8)}`;
  const { id } = await api.createContact({ body: { firstName: 'Ada', lastName } });
  return { id, name: `Ada ${lastName}` };
}

/** Their newest notification of a contact. */
async function toldOf(who: string, contactId: string) {
  const { items } = await (await apiAs(who)).listNotifications({ query: { limit: 20 } });
  return items.find(({ record }) => record?.id === contactId);
}

describe('notifications', () => {
  test('who is mentioned by name is told by the bell, is led to the note, and has read of it then', async ({
    open,
  }) => {
    const { id, name } = await aContact();
    const reader = await open({ as: 'manager', path: '/tasks' });
    const { name: who } = await (await apiAs('manager')).getMe();
    const [first = ''] = who.split(' ');

    const writer = await open({ path: `/contacts/${id}` });
    await writer.getByRole('button', { name: 'Write a note…' }).click();
    const text = writer.getByRole('textbox', { name: 'Note' });
    await text.pressSequentially(`Please look, @${first.slice(0, 3)}`);
    await writer.getByRole('option', { name: who }).waitFor();
    await text.press('Enter');
    await text.pressSequentially('today.');
    expect(await text.inputValue()).toBe(`Please look, @${who} today.`);
    await writer.getByRole('button', { name: 'Write note' }).last().click();
    await writer.getByRole('listitem').getByText(`@${who}`).waitFor();

    const bell = reader.getByRole('navigation').getByRole('link', { name: /^Notifications, .*unread$/ });
    await bell.waitFor(); // without the page being opened again
    await bell.click();
    await reader.getByRole('link', { name: new RegExp(`${name}.*mentioned you in a note`) }).click();
    await reader.waitForURL(new RegExp(`/contacts/${id}.*#ac_`));
    await reader.getByRole('listitem').getByText(`@${who}`).waitFor();
    await expect.poll(async () => (await toldOf('manager', id))?.isRead).toBe(true);
  });

  test('on a phone they lie in the drawer, and all are read at once', async ({ open }) => {
    const { id, name } = await aContact();
    const { id: ownerId } = await (await apiAs('rep')).getMe();
    await (await apiAs('admin')).patchContact({ path: { contactId: id }, body: { ownerId } });
    await settled();
    const page = await open({ as: 'rep', size: 'phone', path: '/tasks' });
    await page.getByRole('button', { name: /^More.*unread$/ }).click();
    await page
      .getByRole('dialog')
      .getByRole('link', { name: /^Notifications, .*unread$/ })
      .click();
    await page.getByRole('link', { name: new RegExp(`${name}.*made you the owner`) }).waitFor();
    await page.getByRole('button', { name: 'Mark all as read' }).click();
    await page.getByText('Unread', { exact: true }).click();
    await page.getByText('You have read all').waitFor();
    await expect.poll(async () => (await toldOf('rep', id))?.isRead).toBe(true);
  });

  test('what one is told of, quiet hours and the mail of the day are chosen in the profile', async ({
    open,
  }) => {
    const api = await apiAs('rep2');
    const preferences = async () => (await api.getMe()).preferences;
    const page = await open({ as: 'rep2', path: '/profile#notifications' });
    await page.getByRole('checkbox', { name: 'Somebody gives you a task: Mail' }).click(); // it shows what is stored, a moment later
    await page.getByRole('switch', { name: 'Keep quiet hours' }).click();
    await page.getByLabel('From').fill('07:00');
    await page.getByLabel('From').blur();
    await page.getByRole('alert').getByText('Those would never end').waitFor();
    await page.getByLabel('From').fill('20:30');
    await page.getByLabel('From').blur();
    await page.getByRole('alert').waitFor({ state: 'detached' });
    await page.getByRole('group', { name: 'On these days' }).last().getByText('Fri').click();
    await page.getByLabel('Signature').fill('Rita\nAcme');
    await page.getByLabel('Signature').blur();
    await expect.poll(preferences).toMatchObject({
      notifications: { task_assigned: { mail: true } },
      quietHours: { from: '20:30', to: '07:00' },
      agenda: { days: ['monday', 'tuesday', 'wednesday', 'thursday'] },
      signature: 'Rita\nAcme',
    });
    await api.patchMe({
      body: { preferences: { notifications: null, quietHours: null, agenda: null, signature: null } },
    });
  });
});
