import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { handler as join } from '../../../functions/forms/on-form-submitted-join-page-views.ts';
import { activityStore } from '../../../shared/activities/activity-store.ts';
import { whole } from '../../../shared/core/scope.ts';
import { acme } from '../../fixtures/ids.ts';
import { readAll } from '../../helpers/dynamo.ts';
import { openPage } from '../../helpers/form-page.ts';
import { makeForm, useAcme } from '../../helpers/form-world.ts';

beforeAll(useAcme);

const html = `<form data-rapport>
  <input name="firstName" value="Ida"><input name="email" value="ida@example.com">
  <textarea name="message">Hello</textarea><button>Send</button></form>`;
const open: Awaited<ReturnType<typeof openPage>>[] = [];
afterEach(async () => {
  for (const page of open.splice(0)) await page.close();
});
async function aPage(over: object = {}, more: Partial<Parameters<typeof openPage>[0]> = {}) {
  const form = await makeForm({ allowedOrigins: ['https://www.example.com'], ...over });
  const page = await openPage({ formKey: form.formKey, html, ...more });
  open.push(page);
  return { ...page, form };
}
const message = (page: { document: Awaited<ReturnType<typeof openPage>>['document'] }) =>
  vi.waitFor(() => {
    const shown = page.document.querySelector('[data-rapport-message]')?.textContent;
    expect(shown).toBeTruthy();
    return shown;
  });
const submissions = async (formId: string) =>
  (await Array.fromAsync(readAll())).filter(
    (item) =>
      item.sk === 'ACTIVITY' && (item.submission as { formId?: string } | undefined)?.formId === formId,
  );

describe('the embedded script', () => {
  it('sends the form, with where the visitor is, and thanks', async () => {
    const page = await aPage({}, { url: 'https://www.example.com/offer?utm_source=mail' });
    page.submit();
    expect(await message(page)).toMatch(/^Thank you/);
    expect(page.document.querySelector('form')?.hidden).toBe(true);
    const [activity] = await submissions(page.form.id);
    expect(activity).toMatchObject({
      text: 'Hello',
      submission: {
        values: { firstName: 'Ida', email: 'ida@example.com' },
        pageUrl: 'https://www.example.com/offer?utm_source=mail',
        utm: { source: 'mail' },
      },
    });
    expect(activity?.submission).not.toHaveProperty('visitorId');
  });

  it('shows each fault at its field, and keeps what was typed', async () => {
    const page = await aPage();
    const email = page.document.querySelector('[name=email]') as unknown as { value: string };
    email.value = 'ida(at)example';
    page.submit();
    await vi.waitFor(() => expect(page.document.querySelector('[data-rapport-error]')).toBeTruthy());
    expect(page.document.querySelector('[name=email]')?.getAttribute('aria-invalid')).toBe('true');
    expect(email.value).toBe('ida(at)example');
    email.value = 'ida2@example.com';
    page.submit();
    await message(page);
    expect(page.document.querySelector('[data-rapport-error]')).toBeNull();
    expect(await submissions(page.form.id)).toHaveLength(1);
  });

  it('sends one post however often the button is pressed while it is on its way', async () => {
    const page = await aPage();
    for (let i = 0; i < 5; i++) page.submit();
    expect((page.document.querySelector('button') as unknown as { disabled: boolean }).disabled).toBe(true);
    await message(page);
    expect(page.sent).toHaveLength(1);
  });

  it('sends again after a cut line or a busy server, and is stored once', async () => {
    const page = await aPage();
    const wrongs = [
      () => {
        throw new TypeError('network');
      },
      () => new Response('{}', { status: 503, headers: { 'retry-after': '7' } }),
    ];
    page.net.before = () => wrongs.shift()?.();
    page.submit();
    expect(await message(page)).toMatch(/^Thank you/);
    expect(page.waits).toEqual([1000, 7000]);
    expect(await submissions(page.form.id)).toHaveLength(1);
  });

  it('says so when it cannot send, and keeps what was typed', async () => {
    const page = await aPage();
    page.net.before = () => new Response('oh', { status: 500 });
    page.submit();
    expect(await message(page)).toContain('Nothing is lost');
    expect((page.document.querySelector('textarea') as unknown as { value: string }).value).toBe('Hello');
    expect(page.document.querySelector('form')?.hidden).toBe(false);
  });

  it('waits out the minimum fill time instead of losing a quick person', async () => {
    let second = 0;
    const page = await aPage(
      { minimumFillMs: 2000 },
      { now: () => new Date(Date.UTC(2026, 10, 22, 12, 0, second++)).toISOString() },
    );
    page.submit();
    expect(await message(page)).toMatch(/^Thank you/);
    expect(page.sent.map(({ path, status }) => [path.split('/').at(-1), status])).toEqual([
      ['fill-time', 200],
      ['submissions', 422],
      ['submissions', 201],
    ]);
    expect(page.waits).toEqual([1000]);
  });

  it('serves several forms of a page, each by itself, and sets a trap in those of its own key', async () => {
    const other = await makeForm({ allowedOrigins: ['*'] });
    const two = `${html}<form id="two" data-rapport="${other.formKey}"><input name="email" value="second@example.com"></form>`;
    const page = await aPage({}, { html: two });
    const second = page.document.querySelector('#two') as unknown as { requestSubmit: () => void };
    second.requestSubmit();
    await message(page);
    expect(page.document.querySelector('form')?.hidden).toBe(false);
    expect(await submissions(other.id)).toHaveLength(1);
    expect(page.document.querySelectorAll('[name=homepage]')).toHaveLength(1);
  });
});

describe('page views', () => {
  const joined = (data: object) =>
    join({
      Records: [
        {
          messageId: 'm',
          body: JSON.stringify({
            'detail-type': 'form.submitted',
            detail: { id: 'e', workspaceId: acme, at: new Date().toISOString(), version: 1, data },
          }),
        },
      ],
    } as never);
  const views = async (contactId: string) =>
    (await Array.fromAsync(readAll())).filter(
      (item) => item.sk === 'ACTIVITY' && item.kind === 'page_view' && item.contactId === contactId,
    );
  const rapport = (page: { window: unknown }) =>
    (page.window as { rapport: { consent: (yes: boolean) => void } }).rapport;
  const viewsSent = (page: { sent: { path: string; status: number }[] }) =>
    page.sent.filter(({ path }) => path.endsWith('/page-views'));

  it('are sent with consent alone, and not any more when it is taken back', async () => {
    const page = await aPage();
    expect(viewsSent(page)).toEqual([]);
    rapport(page).consent(true);
    await vi.waitFor(() => expect(viewsSent(page)).toMatchObject([{ status: 204 }]));
    expect(page.window.localStorage.getItem('rapport-visitor')).toMatch(/^v_[0-9a-f]{32}$/);
    rapport(page).consent(false);
    expect(page.window.localStorage.getItem('rapport-visitor')).toBeNull();
    page.submit();
    await message(page);
    const [activity] = await submissions(page.form.id);
    expect(activity?.submission).not.toHaveProperty('visitorId');
  });

  it('join the contact once the form is sent, later ones at once, each once however often it is run', async () => {
    const page = await aPage({}, { marks: 'data-rapport-consent=""' });
    await vi.waitFor(() => expect(viewsSent(page)).toHaveLength(1));
    page.submit();
    await message(page);
    const [item] = await submissions(page.form.id);
    const activity = await activityStore.get(whole(acme), String(item?.id));
    const { contactId, id: submissionId } = activity;
    const data = { submissionId, formId: page.form.id, contactId, isNewContact: true };
    expect(await views(contactId)).toEqual([]);
    for (let i = 0; i < 3; i++) expect(await joined(data)).toEqual({ batchItemFailures: [] });
    expect(await views(contactId)).toMatchObject([{ pageView: { url: 'https://www.example.com/offer' } }]);
    page.window.history.pushState({}, '', '/prices');
    rapport(page).consent(true);
    await vi.waitFor(() => expect(viewsSent(page)).toHaveLength(2));
    expect((await views(contactId)).map(({ subject }) => subject)).toContain(
      'https://www.example.com/prices',
    );
    await joined(data);
    expect(await views(contactId)).toHaveLength(2);
  });
});
