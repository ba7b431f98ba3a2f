import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mergeFields } from '../../../shared/mail/merge-field-names.ts';
import { piecesOf, renderMail } from '../../../shared/mail/render.ts';

/** Parts of which mustache's own tags, and what other engines would run, are made. */
const part = fc.constantFrom(
  ...['{{', '}}', '{{{', '}}}', '{{#', '{{^', '{{/', '{{>', '{{&', '{{!', '{{=', '=}}', '|', '.', '..', '@'],
  ...[
    'constructor',
    '__proto__',
    'prototype',
    'toString',
    'this',
    'lookup',
    'process.env',
    'contact',
    'length',
  ],
  ...['contact.firstName', 'deal.name', '<%= 1 %>', '${', '{%', '#set', ' ', '\n', 'a', '<script>'],
);
const template = fc.array(part, { maxLength: 40 }).map((parts) => parts.join(''));
const fill = (text: string, values: object = {}) => renderMail({ subject: text, text, html: text }, values);

it('of a template nothing but its own words and the named values comes out', () => {
  fc.assert(
    fc.property(template, (text) => {
      const { text: out } = fill(text, Object.fromEntries(mergeFields.map((field) => [field, 'VALUE'])));
      const foreign = ['[object', 'function', 'native code', 'undefined', 'NaN', process.env.PATH ?? 'PATH'];
      for (const word of foreign) if (!text.includes(word)) expect(out).not.toContain(word);
      expect(out.replaceAll('VALUE', '').length).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 2000 },
  );
});

it('a template reads no property of what it is given but the named ones, and calls nothing', () => {
  const named = new Set<string>(mergeFields);
  const read: PropertyKey[] = [];
  const values = new Proxy<Record<string, string>>(
    {},
    {
      get: (_, name) => {
        read.push(name);
        return named.has(String(name)) ? 'VALUE' : () => expect.fail('it was called');
      },
    },
  );
  fc.assert(
    fc.property(template, (text) => void fill(text, values)),
    { numRuns: 2000 },
  );
  expect(read.filter((name) => !named.has(String(name)))).toEqual([]);
});

it('a value that looks like a template, a getter or a prototype’s name stays a value', () => {
  fc.assert(
    fc.property(template, (value) => {
      const { html } = fill('[{{deal.name}}]', { 'deal.name': value });
      expect(html).not.toMatch(/<(?!\/?(?:p|br)\b)/);
      expect(piecesOf('[{{deal.name}}]').faults).toEqual([]);
    }),
  );
});

it.each([
  ['open tags', '{{'.repeat(30_000)],
  ['sections in each other', '{{#a}}'.repeat(8000)],
  ['closed sections in each other', '{{#a}}'.repeat(4000) + '{{/a}}'.repeat(4000)],
  ['partials', '{{>a}}'.repeat(10_000)],
  ['changed delimiters', '{{=<% %>=}}<%={{ }}=%>'.repeat(2500)],
  ['blanks', '{{deal.name}}'.repeat(4600)],
  ['spaces', ' '.repeat(60_000)],
  ['lines', '\n'.repeat(60_000)],
  ['web addresses', 'http://a.b/'.repeat(5400)],
  ['an address without an end', `http://${'a.'.repeat(29_000)}`],
  ['bars', `{{deal.name${'|'.repeat(59_000)}}}`],
])(
  'a template of the greatest size made of %s is done within a second and is no greater than its parts',
  (_, text) => {
    const started = process.cpuUsage();
    const { faults } = piecesOf(text);
    const out = renderMail({ subject: text, text }, { 'deal.name': 'x'.repeat(1000) });
    expect(process.cpuUsage(started).user).toBeLessThan(1_000_000); // microseconds
    expect(out.subject.length).toBeLessThanOrEqual(500);
    // What could be stored has no fault: at most fifty blanks, each of at most a hundred characters.
    if (faults.length === 0) expect(out.text.length).toBeLessThanOrEqual(text.length + 50 * 100);
  },
);
