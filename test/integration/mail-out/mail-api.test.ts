import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handler } from '../../../functions/mail/api.ts';
import {
  getOutboundMailRoute,
  listOutboundMailRoute,
  resolveOutboundMailRoute,
} from '../../../shared/mail/outbound-routes.ts';
import { mailRefusal } from '../../../shared/mail/refusal-store.ts';
import {
  createTemplateRoute,
  deleteTemplateRoute,
  getTemplateRoute,
  listTemplatesRoute,
  patchTemplateRoute,
  previewTemplateRoute,
} from '../../../shared/mail/template-routes.ts';
import { getUnsubscribePageRoute, unsubscribeRoute } from '../../../shared/mail/unsubscribe-routes.ts';
import { acme, contactId, globex } from '../../fixtures/ids.ts';
import { call } from '../../helpers/call.ts';
import { settleAll } from '../../helpers/dynamo.ts';
import { allActivities, aQueued, sendOne, sendQueued, stored, useOutgoing } from './outgoing.ts';
import { type Ses, startSes } from './ses-double.ts';

const refusal = (to: string) => mailRefusal(acme, { to, marketing: true });

let ses: Ses;
beforeAll(async () => {
  ses = await startSes();
});
afterAll(() => ses.stop());
beforeEach(async () => {
  ses.reset();
  await useOutgoing();
});

const given = {
  name: 'Welcome',
  subject: 'Hi {{contact.firstName|there}}',
  text: 'Hello {{contact.company|you}}',
};
const create = (body: object, more: object = {}) => call(handler, createTemplateRoute, { body, ...more });

describe('templates', () => {
  it('are made, read, listed by name, changed and deleted', async () => {
    const { status, body: made } = await create(given);
    expect([status, made.marketing]).toEqual([201, false]);
    await create({ ...given, name: 'advert', marketing: true });
    const params = { templateId: made.id };
    await settleAll();
    const { body: list } = await call(handler, listTemplatesRoute);
    expect(list.items.map(({ name }) => name)).toEqual(['advert', 'Welcome']);
    const patched = await call(handler, patchTemplateRoute, { params, body: { html: '<b>Hi</b>' } });
    expect(patched.body).toMatchObject({ ...given, html: '<b>Hi</b>', version: 2 });
    const again = await call(handler, patchTemplateRoute, { params, body: { html: '<b>Hi</b>' } });
    expect(again.body.version).toBe(2);
    expect(
      (await call(handler, patchTemplateRoute, { params, body: { html: null } })).body.html,
    ).toBeUndefined();
    const stale = { params, headers: { 'if-match': '"1"' } };
    expect((await call(handler, deleteTemplateRoute, stale)).status).toBe(412);
    expect((await call(handler, deleteTemplateRoute, { params })).status).toBe(204);
    expect((await call(handler, getTemplateRoute, { params })).body.code).toBe('template_not_found');
  });

  it('with a blank that could not be filled are refused with its place and the names there are', async () => {
    const { status, body } = await create({
      ...given,
      subject: '{{contact.nickname}}',
      html: '{{{contact.firstName}}}',
    });
    expect(status).toBe(400);
    expect(body.errors?.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/subject', 'merge_field_unknown'],
      ['/html', 'template_tag_unsupported'],
    ]);
    expect(body.errors?.[0]?.detail).toContain('contact.firstName');
    const { body: made } = await create(given);
    const patch = { params: { templateId: made.id }, body: { text: '{{#if}}' } };
    expect((await call(handler, patchTemplateRoute, patch)).body.errors?.[0]?.pointer).toBe('/text');
  });

  it('are made once for one Idempotency-Key', async () => {
    const headers = { 'idempotency-key': 'one' };
    const [first, again] = [await create(given, { headers }), await create(given, { headers })];
    expect(again.body.id).toBe(first.body.id);
  });

  it('are shown as a contact would get them, and with examples', async () => {
    const { body: made } = await create(given);
    const params = { templateId: made.id };
    const ada = await call(handler, previewTemplateRoute, { params, body: { contactId } });
    const shown = { subject: 'Hi Ada', text: 'Hello you', html: '<p>Hello you</p>' };
    expect(ada.body).toEqual({ ...shown, missing: [] });
    const example = await call(handler, previewTemplateRoute, { params, body: {} });
    expect(example.body.text).toBe('Hello Analytical Engines');
  });

  it('of another workspace are not there', async () => {
    const { body: made } = await create(given);
    const there = { params: { templateId: made.id }, workspaceId: globex };
    expect((await call(handler, getTemplateRoute, there)).status).toBe(404);
    expect((await call(handler, deleteTemplateRoute, there)).status).toBe(404);
    expect((await create(given, { role: 'rep' })).body.code).toBe('permission_missing');
  });
});

describe('the list of outbound mail', () => {
  const list = (status?: string) => call(handler, listOutboundMailRoute, { query: status ? { status } : {} });
  const resolve = (messageId: string, sent: boolean, more: object = {}) =>
    call(handler, resolveOutboundMailRoute, { params: { messageId }, body: { sent }, ...more });
  async function aDoubtful() {
    ses.state.script.push('hang_up');
    const message = await aQueued();
    await sendOne(message);
    await settleAll();
    return message;
  }

  it('shows each mail under its status, newest first, without its words', async () => {
    const doubtful = await aDoubtful();
    const sent = await aQueued();
    await sendOne(sent);
    await settleAll();
    expect((await list()).body.items.map(({ id }) => id)).toEqual([sent.id, doubtful.id]);
    const { body } = await list('doubtful');
    expect(body.items).toMatchObject([{ id: doubtful.id, status: 'doubtful', reason: 'ECONNRESET' }]);
    expect(body.items[0]).not.toHaveProperty('text');
    const one = await call(handler, getOutboundMailRoute, { params: { messageId: sent.id } });
    expect(one.body).toMatchObject({ status: 'sent', text: 'Hello Ada,\n\nthank you.' });
  });

  it('lets a person say that a doubtful mail was sent: it is logged, and not sent', async () => {
    const { id } = await aDoubtful();
    expect((await resolve(id, true)).body.status).toBe('sent');
    await sendQueued();
    expect([ses.state.calls, (await allActivities()).length]).toEqual([1, 1]);
    expect((await resolve(id, false)).body.code).toBe('message_not_doubtful');
  });

  it('lets a person have it sent again: once, with the same words', async () => {
    const message = await aDoubtful();
    expect((await resolve(message.id, false)).body.status).toBe('queued');
    await Promise.all([sendQueued(), sendQueued()]);
    expect([ses.state.calls, ses.state.mails.length]).toEqual([2, 1]);
    expect(await stored(message)).toMatchObject({ status: 'sent', attempts: 2, text: message.text });
    expect(await allActivities()).toHaveLength(1);
  });

  it('resolves a mail for one of two people who decide at once', async () => {
    const { id } = await aDoubtful();
    const answers = await Promise.all([resolve(id, true), resolve(id, false)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('is for those who may, and of one workspace', async () => {
    const { id } = await aDoubtful();
    expect((await resolve(id, true, { workspaceId: globex })).status).toBe(404);
    expect((await resolve(id, true, { role: 'rep' })).status).toBe(403);
  });
});

describe('unsubscribing', () => {
  async function linkOf(marketing: boolean) {
    const message = await aQueued({ marketing });
    await sendOne(message);
    const { headers, text, html } = await ses.read(ses.state.mails[0]);
    const header = (key: string) => headers.find((one) => one.key === key)?.value;
    const [url, post] = [header('list-unsubscribe'), header('list-unsubscribe-post')];
    return { url: /^<(.+)>$/.exec(url ?? '')?.[1], post, text, html };
  }
  const tokenOf = (url = '') => url.slice(url.lastIndexOf('/') + 1);
  const oneClick = (token: string) =>
    call(handler, unsubscribeRoute, {
      params: { token },
      rawBody: 'List-Unsubscribe=One-Click',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });

  it('has a one-click header and a link on what is marketing', async () => {
    const { url, post, text, html } = await linkOf(true);
    expect(url).toMatch(/^https:\/\/crm\.acme\.test\/v1\/unsubscribe\//);
    expect(post).toBe('List-Unsubscribe=One-Click');
    expect(text).toContain(url);
    expect(html).toContain(`href="${url}"`);
    expect(url?.toLowerCase()).not.toMatch(/ada@|ada%40|example/);
  });

  it('has neither on what is not', async () => {
    expect(await linkOf(false)).toMatchObject({ url: undefined, post: undefined });
  });

  it('happens by the one-click POST, as often as it comes, and not by opening the page', async () => {
    const token = tokenOf((await linkOf(true)).url);
    const page = await call(handler, getUnsubscribePageRoute, { params: { token } });
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.body).toContain('<form method="post">');
    expect(await refusal('ada@example.com')).toBeUndefined();
    for (const _ of [1, 2]) expect((await oneClick(token)).status).toBe(200);
    expect(await refusal('Ada+x@example.com')).toBe('unsubscribed');
    expect(await refusal('bob@example.com')).toBeUndefined();
    const next = await aQueued({ marketing: true });
    await sendOne(next);
    expect(await stored(next)).toMatchObject({ status: 'skipped', reason: 'unsubscribed' });
  });

  it('needs a link that we signed, for this workspace', async () => {
    const token = tokenOf((await linkOf(true)).url);
    const [ulid = '', hash = '', signature = ''] = token.split('.');
    const other = [globex.slice(3), hash, signature].join('.');
    for (const forged of [
      other,
      [ulid, hash.replace(/./, '_'), signature].join('.'),
      `${ulid}.${hash}.`,
      'x',
    ]) {
      expect((await oneClick(forged)).body.code).toBe('unsubscribe_link_invalid');
    }
    expect(await refusal('ada@example.com')).toBeUndefined();
  });
});
