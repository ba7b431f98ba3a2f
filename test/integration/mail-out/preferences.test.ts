import { beforeEach, describe, expect, it } from 'vitest';
import { handler } from '../../../functions/mail/api.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { mailRefusal } from '../../../shared/mail/refusal-store.ts';
import { suppress } from '../../../shared/mail/suppression-store.ts';
import { getMailPreferencesRoute, setMailPreferencesRoute } from '../../../shared/mail/unsubscribe-routes.ts';
import { recordStore } from '../../../shared/platform/record-store.ts';
import { unsubscribeUrl } from '../../../shared/platform/unsubscribe-link.ts';
import { hashOfAddress } from '../../../shared/privacy/address-hash-store.ts';
import { acme, contactId, monday, noon } from '../../fixtures/ids.ts';
import { call } from '../../helpers/call.ts';
import { useOutgoing } from './outgoing.ts';

const ada = 'ada@example.com';
const consents = {
  marketing: { status: 'granted' as const, at: monday, source: 'form' },
  product_news: { status: 'withdrawn' as const, at: monday },
  calls: { status: 'granted' as const, at: monday },
};
beforeEach(() => useOutgoing({ consents, language: 'de-AT' }));

const hash = () => hashOfAddress(acme, ada);
async function tokenOf(id: string | undefined = contactId) {
  const url = await unsubscribeUrl(acme, await hash(), id);
  return url.slice(url.lastIndexOf('/') + 1);
}
const see = async (token: string) => call(handler, getMailPreferencesRoute, { params: { token } });
const choose = async (token: string, ...fields: [string, string][]) =>
  call(handler, setMailPreferencesRoute, {
    params: { token },
    now: noon,
    rawBody: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
const known = async () => (await recordStore(contactRecord).get(acme, contactId)).consents;
const refusal = () => mailRefusal(acme, { to: ada, marketing: true, contactId });

describe('the preference page', () => {
  it('shows what they agreed to, in their language, and changes nothing', async () => {
    const { body, headers } = await see(await tokenOf());
    expect(body).toContain('<html lang="de">');
    expect(body).toMatch(/name="want" value="marketing" checked> Werbung/);
    expect(body).toMatch(/name="want" value="product_news"> product news/);
    expect(headers['content-security-policy']).toContain("form-action 'self'");
    expect(await known()).toEqual(consents);
  });

  it('keeps what is chosen of what it showed, with where it was said, however often it is sent', async () => {
    const token = await tokenOf();
    const fields: [string, string][] = [
      ...[['mail', 'some'] as [string, string], ['shown', 'marketing'] as [string, string]],
      ...[['shown', 'product_news'] as [string, string], ['want', 'product_news'] as [string, string]],
    ];
    for (const _ of [1, 2]) expect((await choose(token, ...fields)).body).toContain('Gespeichert.');
    const at = { at: noon, source: 'preference page' };
    expect(await known()).toEqual({
      marketing: { status: 'withdrawn', ...at },
      product_news: { status: 'granted', ...at },
      calls: consents.calls,
    });
    expect(await refusal()).toBe('no_consent');
  });

  it('shuts the address to marketing, and opens it again, but not to who complained', async () => {
    const token = await tokenOf();
    await choose(token, ['mail', 'none']);
    expect(await refusal()).toBe('unsubscribed');
    await choose(token, ['mail', 'some']);
    expect(await refusal()).toBeUndefined();
    await suppress(acme, await hash(), 'complained', noon);
    expect((await choose(token, ['mail', 'some'])).body).toContain('als Spam gemeldet');
    expect(await refusal()).toBe('complained');
  });

  it('of a link without a person offers all or nothing', async () => {
    const url = await unsubscribeUrl(acme, await hash());
    const token = url.slice(url.lastIndexOf('/') + 1);
    expect((await see(token)).body).not.toContain('name="want"');
    await choose(token, ['mail', 'none'], ['shown', 'calls']);
    expect([await refusal(), await known()]).toEqual(['unsubscribed', consents]);
  });

  it('takes no link of another person, and no post that chooses nothing', async () => {
    const token = await tokenOf();
    const other = token.replace(contactId.slice(3), '01K00000000000000000000EVE');
    expect((await see(other)).status).toBe(404);
    await choose(token, ['mail', 'none']);
    expect((await choose(token, ['List-Unsubscribe', 'One-Click'])).status).toBe(400);
    expect(await refusal()).toBe('unsubscribed');
  });
});
