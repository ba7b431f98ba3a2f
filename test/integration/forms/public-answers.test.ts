import { beforeAll, describe, expect, it } from 'vitest';
import { handler } from '../../../functions/forms/api.ts';
import {
  getEmbedScriptRoute,
  getFillTimeRoute,
  getThanksRoute,
  preflightSubmissionRoute,
} from '../../../shared/forms/public-form-routes.ts';
import { type Call, call } from '../../helpers/call.ts';
import { makeForm, post, useAcme } from '../../helpers/form-world.ts';

beforeAll(useAcme);

const urlencoded = { 'content-type': 'application/x-www-form-urlencoded' };
const browser = { ...urlencoded, accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const send = (formKey: string, one: Call) => post(formKey, {}, { body: undefined, ...one });
const multipart = (parts: string[]) => ({
  headers: { 'content-type': 'multipart/form-data; boundary=X' },
  rawBody: new TextEncoder().encode(`${parts.map((part) => `--X\r\n${part}\r\n`).join('')}--X--\r\n`),
});
const part = (name: string, value: string) =>
  `content-disposition: form-data; name="${name}"\r\n\r\n${value}`;
const filePart = (filename: string, content: string) =>
  `content-disposition: form-data; name="cv"; filename="${filename}"\r\ncontent-type: text/plain\r\n\r\n${content}`;

describe('a form post', () => {
  it('is the same post in JSON, urlencoded and multipart, base64 included', async () => {
    const { formKey } = await makeForm();
    const json = await post(formKey, { email: 'three@example.com', firstName: 'Zoë' });
    const text = await send(formKey, {
      headers: urlencoded,
      rawBody: 'firstName=Zo%C3%AB&email=three%40example.com',
    });
    const parts = await send(
      formKey,
      multipart([part('email', ' three@example.com'), part('firstName', 'Zoë'), filePart('', '')]),
    );
    expect(json.status).toBe(201);
    expect(text.body).toEqual(json.body);
    expect(parts.body).toEqual(json.body);
  });

  it('with a file is refused in words, so that nobody thinks that it has arrived', async () => {
    const { formKey } = await makeForm();
    const told = await send(
      formKey,
      multipart([part('email', 'cv@example.com'), filePart('cv.txt', 'I am')]),
    );
    expect(told).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/cv', code: 'file_unsupported' }] },
    });
  });

  it('that is no multipart is 400, of another media type 415, of too many bytes 413', async () => {
    const { formKey } = await makeForm();
    const status = async (headers: Record<string, string>, rawBody: string) =>
      (await send(formKey, { headers, rawBody })).status;
    expect(await status({ 'content-type': 'multipart/form-data' }, 'x')).toBe(400);
    expect(await status({ 'content-type': 'multipart/form-data; boundary=X' }, '--X\r\ncut off')).toBe(400);
    expect(await status({ 'content-type': 'text/plain' }, 'email=a')).toBe(415);
    expect(await status(urlencoded, `message=${'a'.repeat(64_000)}`)).toBe(413);
    expect(await status({ 'content-type': 'application/json' }, '{')).toBe(400);
  });

  it('of a browser is answered by a 303, to the form’s page or to thanks', async () => {
    const [own, plain] = [await makeForm({ redirectUrl: 'https://shop.example/thanks' }), await makeForm()];
    const sent = { headers: browser, rawBody: 'email=browser%40example.com' };
    expect(await send(own.formKey, sent)).toMatchObject({
      status: 303,
      headers: { location: 'https://shop.example/thanks' },
    });
    const there = await send(plain.formKey, sent);
    expect(there).toMatchObject({ status: 303, headers: { location: `/forms/${plain.formKey}/thanks` } });
    const page = await call(handler, getThanksRoute, { params: { formKey: plain.formKey } });
    expect(page.status).toBe(200);
    expect(page.body).toContain('Thank you.');
  });

  it('of a browser with faults is answered by a page that escapes what it shows', async () => {
    const { formKey } = await makeForm({
      fields: [{ name: 'email', label: '<b>E-mail</b>', target: 'email', required: true }],
    });
    const told = await send(formKey, { headers: browser, rawBody: 'email=nonsense' });
    expect(told.status).toBe(400);
    expect(told.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(told.body).toContain('&lt;b&gt;E-mail&lt;/b&gt;');
    expect(told.body).toContain('not an e-mail address');
  });

  it('of a script with faults has a pointer for each', async () => {
    const { formKey } = await makeForm({
      fields: [
        { name: 'email', label: 'E-mail', target: 'email', required: true },
        { name: 'n', label: 'N', type: 'number', target: 'custom.n', maxLength: 3 },
      ],
    });
    const told = await post(formKey, { n: '12345' });
    expect(told.headers['content-type']).toBe('application/problem+json');
    expect(told.body.errors?.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/email', 'required'],
      ['/n', 'too_long'],
    ]);
  });
});

describe('a page of another origin', () => {
  const [mine, other] = ['https://www.example.com', 'https://evil.example'];
  it('reads the answer, and its errors, only if the form names it', async () => {
    const { formKey } = await makeForm({ allowedOrigins: [mine] });
    const from = (origin: string, body: object) => post(formKey, body, { headers: { origin } });
    const good = await from(mine, { email: 'cors@example.com' });
    expect(good).toMatchObject({
      status: 201,
      headers: { 'access-control-allow-origin': mine, vary: 'Origin' },
    });
    const wrong = await from(mine, { email: 'x' });
    expect(wrong).toMatchObject({ status: 400, headers: { 'access-control-allow-origin': mine } });
    const refused = await from(other, { email: 'evil@example.com' });
    expect(refused).toMatchObject({ status: 403, body: { code: 'origin_not_allowed' } });
    expect(refused.headers).not.toHaveProperty('access-control-allow-origin');
  });

  it('may post a plain form where the form names nobody, but reads nothing', async () => {
    const { formKey } = await makeForm();
    const told = await post(formKey, { email: 'plain@example.com' }, { headers: { origin: other } });
    expect(told.status).toBe(201);
    expect(told.headers).not.toHaveProperty('access-control-allow-origin');
  });

  it('is told before by a preflight', async () => {
    const { formKey } = await makeForm({ allowedOrigins: ['*'] });
    const told = await call(handler, preflightSubmissionRoute, {
      params: { formKey },
      headers: { origin: other },
    });
    expect(told).toMatchObject({
      status: 204,
      headers: {
        'access-control-allow-origin': other,
        'access-control-allow-methods': 'POST, OPTIONS',
        'access-control-allow-headers': 'Content-Type, Idempotency-Key, Accept',
      },
    });
  });
});

describe('the script', () => {
  it('is served small, kept for five minutes, and not again where it is unchanged', async () => {
    const { formKey } = await makeForm();
    const one = await call(handler, getEmbedScriptRoute, {
      params: { formKey },
      headers: { origin: 'https://a.example' },
    });
    expect(one.status).toBe(200);
    expect(one.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=300',
      'access-control-allow-origin': '*',
    });
    expect(one.body).toContain(formKey);
    const headers = { 'if-none-match': one.headers.etag ?? '' };
    const again = await call(handler, getEmbedScriptRoute, { params: { formKey }, headers });
    expect(again).toMatchObject({ status: 304, body: undefined });
  });
});

describe('a form that takes nothing', () => {
  it('is 404 where it never was and 410 where it is closed, readable by any page', async () => {
    const { formKey } = await makeForm({ status: 'closed' });
    const closed = await post(formKey, { email: 'late@example.com' });
    expect(closed).toMatchObject({ status: 410, headers: { 'access-control-allow-origin': '*' } });
    const unknown = await post('fk_0000000000000000000000', { email: 'late@example.com' });
    expect(unknown).toMatchObject({ status: 404, body: { code: 'form_not_found' } });
  });
});

describe('a minimum fill time', () => {
  it('refuses what comes without a signed time, too soon, or with another form’s time; what waits is taken', async () => {
    const [form, other] = [await makeForm({ minimumFillMs: 3000 }), await makeForm({ minimumFillMs: 3000 })];
    const at = (second: number) => `2026-11-22T12:00:${String(second).padStart(2, '0')}.000Z`;
    const timeOf = async (formKey: string) =>
      (await call(handler, getFillTimeRoute, { params: { formKey }, now: at(0) })).body.token;
    const [_token, foreign] = [await timeOf(form.formKey), await timeOf(other.formKey)];
    const body = { email: 'slow@example.com' };
    const sent = (more: object, second: number) =>
      post(form.formKey, { ...body, ...more }, { now: at(second) });
    expect(await sent({}, 10)).toMatchObject({ status: 422, body: { code: 'fill_time_unknown' } });
    expect(await sent({ _token: foreign }, 10)).toMatchObject({
      status: 422,
      body: { code: 'fill_time_unknown' },
    });
    const soon = await sent({ _token }, 1);
    expect(soon).toMatchObject({
      status: 422,
      headers: { 'retry-after': '2' },
      body: { code: 'fill_time_short' },
    });
    expect((await sent({ _token }, 3)).status).toBe(201);
  });
});
