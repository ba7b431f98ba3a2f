import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { linkTo } from '../../../shared/mail/mail-bucket-store.ts';

beforeAll(() => {
  process.env.MAIL_BUCKET = 'mail-bucket';
});
const queryOf = async (filename: string) => new URL(await linkTo('files/ws_1/in_1/0', filename)).searchParams;

test('a link is good for five minutes and no longer', async () => {
  expect(Number((await queryOf('offer.pdf')).get('X-Amz-Expires'))).toBeLessThanOrEqual(300);
});

test.each(['page.html', 'picture.svg', 'mail.eml', 'script.js', 'x.xhtml', 'no-name', ''])(
  'what came as "%s" is downloaded as bytes, never shown as a page of ours',
  async (filename) => {
    const query = await queryOf(filename);
    expect(query.get('response-content-type')).toBe('application/octet-stream');
    expect(query.get('response-content-disposition')).toMatch(/^attachment; filename\*=UTF-8''[\w.%-]+$/);
  },
);

test('no file name, whatever it holds, says more than a name', async () => {
  const name = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('"; x', "a'b", 'a\r\nSet-Cookie: b', '../../etc', '\uD83D', '*(', '%', 'ü€💥'),
  );
  await fc.assert(
    fc.asyncProperty(name, async (filename) => {
      const disposition = (await queryOf(filename)).get('response-content-disposition');
      expect(disposition).toMatch(/^attachment; filename\*=UTF-8''[\w.~!%-]+$/);
      const kept = decodeURIComponent(disposition?.split("''")[1] ?? '');
      expect(kept).toBe(filename.toWellFormed() || 'attachment');
    }),
  );
});

test('what a link asks for is part of what is signed', async () => {
  const one = await queryOf('a.html');
  const other = await queryOf('b.html');
  expect(one.get('X-Amz-Signature')).not.toBe(other.get('X-Amz-Signature'));
});
