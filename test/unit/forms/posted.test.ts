import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FormField } from '../../../shared/forms/form-field.ts';
import { pageInfoOf, visitorIdOf } from '../../../shared/forms/page-info.ts';
import { isTrapped, postedOfJson, valuesOf } from '../../../shared/forms/posted.ts';
import { prefersHtml } from '../../../shared/forms/prefers-html.ts';
import { identityOf } from '../../../shared/forms/submission-identity.ts';

const field = (name: string, more: object = {}) =>
  FormField.parse({ name, label: name, target: `custom.${name}`, ...more });
const form = { fields: [field('a'), field('b', { maxLength: 5 }), field('c', { type: 'number' })] };
const codesOf = (fields: FormField[], body: object): unknown => {
  try {
    return valuesOf({ fields }, postedOfJson(body));
  } catch (error) {
    return (error as { more: { errors: { pointer: string; code: string }[] } }).more.errors.map(
      ({ pointer, code }) => `${pointer} ${code}`,
    );
  }
};

describe('what a form takes', () => {
  it.each([
    [{ firstName: ['x'.repeat(150), 'y'.repeat(150)] }, ['/firstName too_long']],
    [{ email: ['a@x.de', 'b@x.de'] }, ['/email email_invalid']],
    [{ firstName: ['Ada', 'King'] }, { firstName: ['Ada', 'King'] }],
  ])('several values of what a contact has once are looked at as the one that they become', (body, says) => {
    const fields = [field('firstName', { target: 'firstName' }), field('email', { target: 'email' })];
    expect(codesOf(fields, body)).toEqual(says);
  });

  it.each([
    [{ a: ' x\r\ny ' }, { a: 'x\ny' }],
    [{ a: ['1', '2'], d: 'dropped' }, { a: ['1', '2'] }],
    [
      { a: 1, b: true, c: false },
      { a: '1', b: 'true' },
    ],
    [{ a: 'e\u0301' }, { a: '\u00e9' }],
    [{ a: null, b: ' ', c: '3' }, { c: '3' }],
  ])('%j is %j', (body, values) => expect(codesOf(form.fields, body)).toEqual(values));

  it.each([
    [{ b: '123456' }, ['/b too_long']],
    [{ c: 'three' }, ['/c number_invalid']],
    [{ a: {} }, ['/a invalid_type']],
    [{ a: Array(51).fill('x') }, ['/a too_big']],
    [{ a: ['x'.repeat(201), 'y'] }, ['/a too_long']],
    [{}, [' empty']],
    [[1], [' invalid_type']],
  ])('%j is refused with %j', (body, codes) => expect(codesOf(form.fields, body)).toEqual(codes));

  it('names every field that is wrong at once', () => {
    const fields = [
      field('a', { required: true }),
      field('email', { target: 'email' }),
      field('d', { type: 'date' }),
    ];
    expect(codesOf(fields, { email: 'a@b', d: '2026-02-31x' })).toEqual([
      '/a required',
      '/email email_invalid',
      '/d date_invalid',
    ]);
  });

  it.each(['ada@example.com', 'a.b+c@x-y.example', 'ü@bücher.example', "o'brien@x.ie"])(
    '%s is an address',
    (email) => expect(codesOf([field('email', { target: 'email' })], { email })).toEqual({ email }),
  );
  it.each(['a@b', '@x.org', 'a b@x.org', 'a@x..org', 'a@@x.org', '<a@x.org>', 'a@x.org, b@x.org'])(
    '%s is none',
    (email) =>
      expect(codesOf([field('email', { target: 'email' })], { email })).toEqual(['/email email_invalid']),
  );

  it('a name of an object’s own parts is a name like any other', () => {
    expect(codesOf([field('constructor')], { a: 'x' })).toEqual([' empty']);
    const body = JSON.parse('{"__proto__": "x", "a": "y"}');
    expect(codesOf(form.fields, { ...body })).toEqual({ a: 'y' });
  });

  it('a filled honeypot is a machine, an empty one is nobody', () => {
    expect(isTrapped({ honeypot: 'homepage' }, postedOfJson({ homepage: 'x' }))).toBe(true);
    expect(isTrapped({ honeypot: 'homepage' }, postedOfJson({ homepage: ' ' }))).toBe(false);
  });
});

describe('the identity of a post', () => {
  const Values = fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.array(fc.string())), { maxKeys: 8 });
  it('does not hang on the order of the fields', () =>
    fc.assert(
      fc.property(Values, (values) => {
        const reversed = Object.fromEntries(Object.entries(values).reverse());
        expect(identityOf('f', reversed, {})).toEqual(identityOf('f', values, {}));
      }),
    ));
  it('is another for other fields, another form, another nonce', () =>
    fc.assert(
      fc.property(Values, Values, fc.string(), (one, two, nonce) => {
        const texts = [one, two].map((values) => JSON.stringify(Object.entries(values).sort()));
        fc.pre(texts[0] !== texts[1]);
        expect(identityOf('f', one, { nonce }).name).not.toBe(identityOf('f', two, { nonce }).name);
        expect(identityOf('f', one, { nonce }).name).not.toBe(identityOf('g', one, { nonce }).name);
        expect(identityOf('f', one, { nonce: `${nonce}x` }).name).not.toBe(
          identityOf('f', one, { nonce }).name,
        );
      }),
    ));
});

describe('where a submission came from', () => {
  it('is what the script says, else the referer; nothing that is no web address', () => {
    const of = (body: object, headers = {}) => pageInfoOf(postedOfJson(body), headers);
    expect(
      of({ _pageUrl: 'https://a.example/?utm_medium=cpc' }, { referer: 'https://b.example/' }),
    ).toMatchObject({
      pageUrl: 'https://a.example/?utm_medium=cpc',
      utm: { medium: 'cpc' },
    });
    expect(of({}, { referer: 'https://b.example/' }).pageUrl).toBe('https://b.example/');
    expect(of({ _pageUrl: 'javascript:alert(1)', _referrer: 'data:x' })).toEqual({});
    expect(of({ utm_source: 'paper' }).utm).toEqual({ source: 'paper' });
  });
  it('a visitor’s id is long enough not to be guessed', () => {
    expect(visitorIdOf(postedOfJson({ _visitorId: 'v_0123456789abcdef' }))).toBe('v_0123456789abcdef');
    for (const _visitorId of ['short', 'x'.repeat(65), 'has a space in the middle'])
      expect(visitorIdOf(postedOfJson({ _visitorId }))).toBeUndefined();
  });
});

it.each([
  ['text/html,application/xhtml+xml,*/*;q=0.8', true],
  ['*/*', false],
  ['application/json', false],
  ['application/json, text/html;q=0.9', false],
  ['text/html;q=0', false],
  [undefined, false],
])('Accept: %s prefers a page: %s', (accept, page) => expect(prefersHtml(accept)).toBe(page));
