import { expect, test } from 'vitest';
import { isHeldBy, patched } from '../../../web/console/src/api/held.ts';
import { placeOf } from '../../../web/console/src/screens/notifications/place-of.ts';

const anything = () => true;
const record = (kind: string, id: string) => ({ record: { kind, id, name: 'It' } });

test('a mention leads to where the note stands, a record to its page', () => {
  expect(placeOf({ ...record('contact', 'ct_1'), detailId: 'ac_1' }, anything)).toEqual({
    to: '/contacts/ct_1',
    search: { part: 'timeline' },
    hash: 'ac_1',
  });
  expect(placeOf({ ...record('deal', 'dl_1'), detailId: 'tk_1' }, anything)).toEqual({ to: '/deals/dl_1' });
});

test('what has no page of its own leads to where it is looked at; what is gone leads nowhere', () => {
  expect(placeOf(record('import', 'im_1'), anything)).toEqual({ to: '/imports/im_1' });
  expect(placeOf(record('webhook', 'wh_1'), anything)).toEqual({
    to: '/settings/webhooks',
    search: { webhook: 'wh_1' },
  });
  expect(placeOf(record('activity', 'ac_1'), anything)).toBeUndefined();
  expect(placeOf({}, anything)).toBeUndefined();
});

test('a mail that somebody wrote leads to where mail was sent, if they may look there', () => {
  const place = { to: '/mail', search: { tab: 'sent', id: 'ml_1' } };
  expect(placeOf(record('message', 'ml_1'), anything)).toEqual(place);
  expect(placeOf(record('message', 'ml_1'), (permission) => permission !== 'mail:read')).toBeUndefined();
});

test('preferences are patched in depth as the API does, and null takes away', () => {
  const before = { theme: 'dark', notifications: { mention: { mail: false }, rule: { mail: true } } };
  const patch = { theme: null, notifications: { mention: { console: false }, rule: null } };
  const after = patched(before, patch);
  expect(after).toEqual({ notifications: { mention: { mail: false, console: false } } });
  expect(isHeldBy(patch, after)).toBe(true);
});
