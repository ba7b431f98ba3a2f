import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeFields } from '../../../shared/mail/merge-field-names.ts';
import { mergeValue } from '../../../shared/mail/merge-fields.ts';
import { htmlOfText, oneLine, piecesOf, renderMail } from '../../../shared/mail/render.ts';

const fill = (text: string, values = {}, html?: string) => renderMail({ subject: text, text, html }, values);
/** Text of the pieces that could matter. */
const hostile = fc
  .array(
    fc.constantFrom(
      '\r',
      '\n',
      '\u2028',
      '\u0085',
      '\0',
      ' ',
      'a',
      '.',
      ':',
      '<',
      '>',
      '"',
      "'",
      '&',
      '{{',
      '}}',
      '|',
      'http://',
    ),
  )
  .map((parts) => parts.join(''));
const codesOf = (template: string) => piecesOf(template).faults.map(({ code }) => code);

describe('a blank', () => {
  it('holds the value, else what stands behind the bar, else nothing', () => {
    const template = '[{{contact.firstName|dear reader}}] [{{ contact.company }}]';
    expect(fill(template, { 'contact.firstName': 'Ada', 'contact.company': 'Engines' }).text).toBe(
      '[Ada] [Engines]',
    );
    expect(fill(template, { 'contact.firstName': '  ' }).text).toBe('[dear reader] []');
  });

  it('is escaped in HTML and left as it is in text', () => {
    const { text, html } = fill(
      '{{deal.name}}',
      { 'deal.name': `<img src=x onerror="a()">&'` },
      '<p>{{deal.name}}</p>',
    );
    expect(text).toBe(`<img src=x onerror="a()">&'`);
    expect(html).toBe('<p>&lt;img src&#x3D;x onerror&#x3D;&quot;a()&quot;&gt;&amp;&#39;</p>');
  });

  it('is never read as a template itself', () => {
    expect(fill('{{deal.name}}', { 'deal.name': '{{owner.name}}', 'owner.name': 'Ann' }).text).toBe(
      '{{owner.name}}',
    );
  });

  it('of a name does not carry a stranger’s link', () => {
    for (const link of [
      'https://evil.example/x',
      'www.evil.example',
      'evil.example',
      'win at evil.example/now',
      'a@b.example',
    ])
      expect(fill('Hi {{contact.firstName|there}}', { 'contact.firstName': link }).text).toBe('Hi there');
    expect(mergeValue('contact.firstName', 'J. R. R.')).toBe('J. R. R.');
    expect(mergeValue('contact.company', 'Booking.com')).toBe('Booking.com');
    expect(mergeValue('contact.company', 'Booking.com/win')).toBe('');
    expect(mergeValue('contact.email', 'ada@example.com')).toBe('ada@example.com');
  });
});

describe('a template', () => {
  it('names fields that there are, and no others', () => {
    for (const field of mergeFields) expect(codesOf(`{{${field}}} {{ ${field} | x }}`)).toEqual([]);
    for (const field of [
      'contact',
      'contact.id',
      'constructor',
      '__proto__',
      'contact.firstName.length',
      '.',
    ])
      expect(codesOf(`{{${field}}}`), field).toEqual(['merge_field_unknown']);
  });

  it('has no sections, partials, unescaped tags or other delimiters', () => {
    for (const tag of [
      '{{#deal.name}}{{/deal.name}}',
      '{{^deal.name}}{{/deal.name}}',
      '{{> x}}',
      '{{{deal.name}}}',
      '{{& deal.name}}',
      '{{=<% %>=}}',
    ])
      expect(codesOf(tag), tag).toEqual(['template_tag_unsupported']);
  });

  it('that cannot be read says why', () => {
    for (const text of ['{{contact.firstName', '{{#a}}', '{{/a}}'])
      expect(codesOf(text)).toContain('template_malformed');
  });

  it('has at most fifty blanks', () => {
    expect(codesOf('{{deal.name}}'.repeat(51))).toEqual(['template_too_many_fields']);
  });
});

it('a subject stays one line whatever is filled in', () => {
  fc.assert(
    fc.property(hostile, fc.constantFrom(...mergeFields), (value, field) => {
      const { subject } = fill(`Re: {{${field}}}`, { [field]: `${value}\r\nBcc: all@x.example` });
      expect(subject).not.toMatch(/[\r\n\u2028\u2029\0]/);
    }),
  );
  expect(oneLine('a\r\n b\u2028c\td')).toBe('a b c d');
});

it('HTML made of text holds nothing but paragraphs, breaks and links', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const tags = htmlOfText(`${text} <script> https://x.example/"><b>`).match(/<[^>]*>?/g) ?? [];
      for (const tag of tags) expect(tag).toMatch(/^<(?:\/?p|br|\/a|a href="[^"<>]*")>$/);
    }),
  );
});

it('HTML made of text keeps its paragraphs, lines and links', () => {
  expect(htmlOfText('Hello,\n\nsee https://x.example/a?b=1.\r\nBye\n\n\n')).toBe(
    '<p>Hello,</p>\n<p>see <a href="https:&#x2F;&#x2F;x.example&#x2F;a?b&#x3D;1">https:&#x2F;&#x2F;x.example&#x2F;a?b&#x3D;1</a>.<br>\nBye</p>',
  );
});

it('HTML made of text in which strangers are named has no links', () => {
  expect(htmlOfText('- https://x.example: hot\n- <b>Ada</b>', { hasLinks: false })).toBe(
    '<p>- https:&#x2F;&#x2F;x.example: hot<br>\n- &lt;b&gt;Ada&lt;&#x2F;b&gt;</p>',
  );
});
