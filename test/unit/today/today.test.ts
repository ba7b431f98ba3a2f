import { describe, expect, it } from 'vitest';
import { rhythmDays } from '../../../shared/contacts/contact-today.ts';
import { isTouch } from '../../../shared/contacts/contact-touch.ts';
import { birthdayReason, birthdayWeek, closingReason, taskReason } from '../../../shared/today/today.ts';

const today = '2026-11-22';

describe('a line of today', () => {
  it.each([
    [undefined, undefined],
    ['2026-11-23', undefined],
    ['2026-11-22', { code: 'task_due_today' }],
    ['2026-11-20', { code: 'task_overdue', days: 2 }],
  ])('of a task due on %s says why', (dueOn, reason) => {
    const found = taskReason({ dueOn }, today);
    if (reason) expect(found).toMatchObject(reason);
    else expect(found).toBeUndefined();
  });

  it.each([
    ['2026-12-06', 0.1, { code: 'closing_soon', days: 14 }],
    ['2026-11-22', 0.1, { code: 'closing_soon', days: 0 }],
    ['2026-11-21', 0.1, { code: 'close_overdue', days: 1 }],
    ['2026-12-07', 0.8, { code: 'likely_won', text: '80 % likely to be won' }],
    [undefined, 0.7, { code: 'likely_won' }],
  ])('of a deal to be closed on %s at %d says why', (expectedCloseOn, probability, reason) =>
    expect(closingReason({ expectedCloseOn }, probability, today)).toMatchObject(reason),
  );

  it.each([
    ['1815-11-22', '2026-11-22', 'Birthday today, turns 211'],
    ['--11-25', '2026-11-22', 'Birthday in 3 days'],
    ['1990-01-02', '2026-12-30', 'Birthday in 3 days, turns 37'],
    ['1996-02-29', '2027-02-27', 'Birthday in 1 day, turns 31'],
    ['1996-02-29', '2027-02-28', 'Birthday today, turns 31'],
    ['1996-02-29', '2028-02-28', 'Birthday in 1 day, turns 32'],
  ])('of who was born on %s says on %s when they have their birthday', (birthday, on, text) =>
    expect(birthdayReason(birthday, on).text).toBe(text),
  );

  it('asks for the birthdays of a week, over the end of the year in two stretches', () => {
    expect(birthdayWeek('2026-11-22')).toEqual([{ from: '11-22', to: '11-28~' }]);
    expect(birthdayWeek('2026-12-30')).toEqual([
      { from: '12-30', to: '12-31~' },
      { from: '01-01', to: '01-05~' },
    ]);
  });

  it('has who was born on a day that the year lacks on the day before', () => {
    expect(birthdayWeek('2027-02-22')).toEqual([{ from: '02-22', to: '02-29~' }]);
    expect(birthdayWeek('2028-02-22')).toEqual([{ from: '02-22', to: '02-28~' }]);
    expect(birthdayWeek('2027-02-28')).toEqual([{ from: '02-28', to: '03-06~' }]);
    expect(birthdayWeek('2027-03-01')).toEqual([{ from: '03-01', to: '03-07~' }]);
  });
});

describe('what is known of a contact', () => {
  const bought = (orderCount: number) => ({
    version: 1,
    orderCount,
    orderTotalCents: {},
    firstOrderAt: '2026-01-01T00:00:00.000Z',
    lastOrderAt: '2026-03-02T00:00:00.000Z',
  });
  it('is a rhythm of three orders, and none of two', () => {
    expect(rhythmDays(bought(3))).toBe(30);
    expect(rhythmDays(bought(2))).toBeUndefined();
  });

  const user = { kind: 'user' };
  it.each([
    ['a meeting', { kind: 'meeting', by: user }, true],
    ['a call that one of ours made', { kind: 'call', direction: 'outbound', by: user }, true],
    ['a call of which nobody says who called', { kind: 'call', by: user }, true],
    ['a mail to them', { kind: 'email', direction: 'outbound', by: { kind: 'system' } }, true],
    ['a mail of theirs', { kind: 'email', direction: 'inbound', by: { kind: 'mail' } }, false],
    ['a call of theirs', { kind: 'call', direction: 'inbound', by: user }, false],
    ['a note about them', { kind: 'note', by: user }, false],
    ['a page that they looked at', { kind: 'page_view', by: { kind: 'form' } }, false],
  ])('of %s whether one of ours spoke to them', (_, activity, answer) =>
    expect(isTouch(activity)).toBe(answer),
  );
});
