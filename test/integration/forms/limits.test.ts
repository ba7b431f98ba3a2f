import { beforeAll, describe, expect, it } from 'vitest';
import { meter } from '../../../shared/platform/meter.ts';
import { readAll } from '../../helpers/dynamo.ts';
import { makeForm, post, useAcme } from '../../helpers/form-world.ts';

beforeAll(useAcme);

const at = (time: string) => `2026-11-22T${time}Z`;
const lead = (n: number | string) => ({ email: `limited${n}@example.com` });
const limitsOf = (perAddressPerMinute: number, perFormPerMinute = 1000) => ({
  limits: { perAddressPerMinute, perFormPerMinute },
});

describe('the limit of a minute', () => {
  it('is told with the seconds until the next minute, and is over then', async () => {
    const { formKey } = await makeForm(limitsOf(2));
    for (const n of [1, 2])
      expect((await post(formKey, lead(n), { now: at('10:00:05.000') })).status).toBe(201);
    const refused = await post(formKey, lead(3), { now: at('10:00:15.000') });
    expect(refused).toMatchObject({
      status: 429,
      headers: { 'retry-after': '45' },
      body: { code: 'too_many_submissions' },
    });
    expect((await post(formKey, lead(3), { now: at('10:01:00.000') })).status).toBe(201);
  });

  it('of one address is nothing to another, but every machine of an IPv6 household is one', async () => {
    const { formKey } = await makeForm(limitsOf(1));
    const status = async (n: number, sourceIp: string) =>
      (await post(formKey, lead(`ip${n}`), { sourceIp })).status;
    expect(await status(1, '192.0.2.1')).toBe(201);
    expect(await status(2, '192.0.2.2')).toBe(201);
    expect(await status(3, '2001:db8::1')).toBe(201);
    expect(await status(4, '2001:db8:0:0:9:9:9:9')).toBe(429);
    expect(await status(5, '2001:db8:0:1::1')).toBe(201);
  });

  it('of the form holds for all addresses, and one address cannot use it up', async () => {
    const { formKey } = await makeForm(limitsOf(2, 3));
    const status = async (n: number, sourceIp: string) =>
      (await post(formKey, lead(`f${n}`), { sourceIp })).status;
    expect(await Promise.all([1, 2].map((n) => status(n, '192.0.2.9')))).toEqual([201, 201]);
    for (const n of [3, 4, 5]) expect(await status(n, '192.0.2.9')).toBe(429);
    expect(await status(6, '192.0.2.10')).toBe(201);
    expect(await status(7, '192.0.2.11')).toBe(429);
  });

  it('does not hold for a post that is known: 40 identical ones beyond the limit get the answer of the first', async () => {
    const { formKey } = await makeForm(limitsOf(3));
    const answers = await Promise.all(Array.from({ length: 40 }, () => post(formKey, lead('twin'))));
    expect(new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
    await post(formKey, lead('twin'));
    expect(meter.requests).toBe(1);
  });

  it('keeps no address of a sender', async () => {
    const { formKey } = await makeForm();
    await post(formKey, lead('private'), { sourceIp: '198.51.100.77' });
    const all = JSON.stringify(await Array.fromAsync(readAll()));
    expect(all).not.toContain('198.51.100.77');
  });
});

describe('the identity of a post', () => {
  it('is its fields for ten minutes, whatever their order, and then it is a new one', async () => {
    const { formKey } = await makeForm();
    const one = await post(formKey, { message: 'Hi', firstName: 'Al' }, { now: at('11:00:00.000') });
    const same = await post(formKey, { firstName: ' Al ', message: 'Hi' }, { now: at('11:09:59.000') });
    expect(same.body).toEqual(one.body);
    const later = await post(formKey, { message: 'Hi', firstName: 'Al' }, { now: at('11:10:01.000') });
    expect(later.body.submissionId).not.toBe(one.body.submissionId);
  });

  it('is the Idempotency-Key where there is one; the same key with other fields is 422', async () => {
    const { formKey } = await makeForm();
    const keyed = (key: string, message: string) =>
      post(formKey, { message }, { headers: { 'idempotency-key': key } });
    const one = await keyed('a', 'Hello');
    expect((await keyed('a', 'Hello')).body).toEqual(one.body);
    expect((await keyed('b', 'Hello')).body).not.toEqual(one.body);
    expect(await keyed('a', 'Other')).toMatchObject({
      status: 422,
      body: { code: 'idempotency_key_reused' },
    });
  });

  it('is of one page: the same fields with another nonce are another post', async () => {
    const { formKey } = await makeForm();
    const [one, two] = [
      await post(formKey, { message: 'N', _nonce: '1' }),
      await post(formKey, { message: 'N', _nonce: '2' }),
    ];
    expect(two.body.submissionId).not.toBe(one.body.submissionId);
  });
});
