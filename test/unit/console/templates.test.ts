import { describe, expect, test } from 'vitest';
import { mergeFields } from '../../../shared/mail/merge-fields.ts';
import {
  blankOf,
  blanks,
  namedBy,
  newOf,
  patchOf,
  withBlank,
  wordOf,
} from '../../../web/console/src/screens/settings/templates/template-values.ts';
import { templates as words } from '../../../web/console/src/text/en/settings/templates.ts';

describe('a blank', () => {
  test('is offered only where the API fills it in, and has a name', () => {
    const known: readonly string[] = mergeFields;
    expect(blanks.filter((blank) => !known.includes(blank))).toEqual([]);
    expect(blanks.filter((blank) => !words.blanks[wordOf(blank)])).toEqual([]);
  });
  test('takes the place of what is selected, and the cursor stands behind it', () => {
    expect(withBlank('Dear you!', { start: 5, end: 8 }, '{{x}}')).toEqual({ text: 'Dear {{x}}!', at: 10 });
    expect(withBlank('Dear', { start: 99, end: 99 }, '{{x}}')).toEqual({ text: 'Dear{{x}}', at: 9 });
  });
  test('has what stands there where nothing is known, without what would end it', () => {
    expect(blankOf('contact.firstName', '')).toBe('{{contact.firstName}}');
    expect(blankOf('contact.firstName', ' there }}|{{ ')).toBe('{{contact.firstName|there}}');
  });
});

describe('a template', () => {
  const values = { name: 'Welcome', subject: 'Hello', text: 'Hello', html: ' ', marketing: false };
  test('has HTML of its own only where some is written', () => {
    expect(newOf(values)).not.toHaveProperty('html');
    expect(patchOf({ html: '' })).toEqual({ html: null });
    expect(patchOf({ subject: 'Hi' })).toEqual({ subject: 'Hi' });
  });
  test('is named by the forms and mailboxes whose welcome it is', () => {
    const forms = [
      { id: 'fm_1', name: 'Fair', welcomeTemplateId: 'tp_1' },
      { id: 'fm_2', name: 'Other' },
    ];
    const mailboxes = [{ id: 'mb_1', name: 'Sales', welcomeTemplateId: 'tp_1' }];
    expect(namedBy('tp_1', forms, mailboxes).map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'form Fair',
      'mailbox Sales',
    ]);
  });
});
