import fc from 'fast-check';

/** Stands for the id of a record of this kind, chosen when the request is sent: what the table holds changes all the while. */
export const idPlace = (prefix: string, n: number) => `<<${prefix} ${n}>>`;
export const idPlaces = /<<([a-z]{2}) (\d+)>>/g;
const prefixes = [
  'ws',
  'us',
  'ct',
  'dl',
  'pl',
  'ac',
  'tk',
  'fm',
  'tp',
  'mb',
  'ms',
  'in',
  'th',
  'tm',
  'rl',
  'ky',
  'se',
  'er',
  'ex',
  'au',
];
const someId = fc.tuple(fc.constantFrom(...prefixes), fc.nat(20)).map(([prefix, n]) => idPlace(prefix, n));

const words = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'toJSON',
  'then',
  'length',
  '',
  ' ',
  '0',
  '-1',
  'null',
  'true',
];
const signs = [
  '\u0000',
  '\u0000#',
  '\uD83D',
  '\uDCA5\uD83D',
  'e\u0301',
  '\u202Eevil',
  'مرحبا',
  '💥'.repeat(50),
  '\uFEFF',
  '\u{10FFFF}',
  'ﬀ',
  'ẞ',
  'a\r\nX: y',
  '#',
  '#WS#',
  '/',
  '../..',
  '%00',
  '%',
];
const dates = [
  '2026-02-30',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
  '2026-11-22T12:00:00+14:00',
  '+275760-09-13',
  '2026-11-22',
];
const codes = [
  '{{',
  '{{{x}}}',
  '{{#constructor}}{{/constructor}}',
  '{{>a}}',
  '<script>',
  '=1+1',
  "' OR 1=1",
  '$'.concat('{7*7}'),
  'javascript:alert(1)',
  'http://169.254.169.254/',
];
const longs = [
  'a'.repeat(256),
  'a'.repeat(7000),
  'ä'.repeat(3000),
  '9'.repeat(400),
  ' '.repeat(5000),
  '((((a+)+)+)+)',
  'a@'.repeat(200),
  `${'x'.repeat(64)}@${'y'.repeat(190)}.test`,
];
export const oddText = fc.oneof(
  fc.constantFrom(...words, ...signs, ...dates, ...codes, ...longs),
  someId,
  fc.string({ unit: 'binary', maxLength: 30 }),
);
const oddNumber = fc.oneof(
  fc.constantFrom(
    0,
    -0,
    -1,
    0.5,
    1e21,
    1e308,
    -1e308,
    Number.MAX_SAFE_INTEGER,
    Number.MAX_SAFE_INTEGER + 1,
    1e-320,
    2 ** 31,
    1e15,
  ),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
/** Stands for objects and lists in each other, so deep that a failure could not be shown. */
export const deepPlace = /^<<deep (\d+)>>$/;
export const nested = (depth: number) =>
  Array.from({ length: depth }).reduce<unknown>((inner, _, i) => (i % 2 ? [inner] : { a: inner }), 'x');

/** Anything that JSON can say, most of it wrong wherever it stands. */
export const odd: fc.Arbitrary<unknown> = fc.letrec<{ odd: unknown }>((again) => ({
  odd: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    oddText,
    oddNumber,
    fc.constantFrom(null, true, false, [], {}),
    fc.array(again('odd'), { maxLength: 3 }),
    fc.array(fc.tuple(oddText, again('odd')), { maxLength: 3 }).map((all) => Object.fromEntries(all)),
    oddText.map((text) => Array(120).fill(text)),
    fc.constantFrom(20, 300, 3000).map((depth) => `<<deep ${depth}>>`),
  ),
})).odd;
