import { describe, expect, test } from 'vitest';
import { blankOf, withBlank } from '../../../web/console/src/screens/settings/parts/blanks.ts';
import {
  blanks,
  namedBy,
  newOf,
  patchOf,
  wordOf,
} from '../../../web/console/src/screens/settings/templates/template-values.ts';
import { templates as words } from '../../../web/console/src/text/en/settings/templates.ts';

describe('a blank', () => {
  test('has a name, each that the API fills in', () => {
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
  test('is named by the forms and mailboxes whose welcome it is, and by the rules that send it, however deep', () => {
    const forms = [
      { id: 'fm_1', name: 'Fair', welcomeTemplateId: 'tp_1' },
      { id: 'fm_2', name: 'Other' },
    ];
    const mailboxes = [{ id: 'mb_1', name: 'Sales', welcomeTemplateId: 'tp_1' }];
    const mail = { id: 'mail', do: 'send_mail', template: { id: 'tp_1' }, to: 'contact' } as const;
    const inner = { id: 'if', do: 'branch', if: {}, of: 'record', yes: [], no: [mail] } as const;
    const rules = [
      { id: 'ru_1', name: 'Survey', draft: { steps: [{ ...inner, yes: [], no: [mail] }] } },
      { id: 'ru_2', name: 'Quiet', draft: { steps: [] } },
    ];
    const users = namedBy('tp_1', { forms, mailboxes, rules });
    expect(users.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'form Fair',
      'mailbox Sales',
      'rule Survey',
    ]);
  });
});
