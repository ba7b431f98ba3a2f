import { describe, expect, it } from 'vitest';
import {
  type Agenda,
  type AgendaSection,
  agendaSections,
  agendaText,
  isEmpty,
  mostLines,
} from '../../../shared/notifications/agenda-text.ts';
import {
  birthdayReason,
  closingReason,
  hotReason,
  idleReason,
  promiseReason,
  quietReason,
  type Reason,
  taskReason,
} from '../../../shared/today/today.ts';
import { noon } from '../../fixtures/ids.ts';

const none = Object.fromEntries(agendaSections.map((section) => [section, []])) as unknown as Agenda['lines'];
const agendaOf = (lines: Partial<Agenda['lines']>, unread = 0): Agenda => ({
  lines: { ...none, ...lines },
  unread,
});
const due: Reason = { code: 'task_due_today', text: 'Due today' };
const text = (agenda: Agenda, language: 'en' | 'de' = 'en') =>
  agendaText(agenda, '2026-11-30', language).text;

describe('the mail of a day', () => {
  it('says what is to be done and why, in the reader’s language', () => {
    const agenda = agendaOf({ tasks: [{ name: 'Call Ada', reason: due }] }, 3);
    expect(agendaText(agenda, '2026-11-30', 'en')).toEqual({
      subject: 'Your agenda for Monday, 30 November 2026',
      text: 'Tasks\n- Call Ada: Due today\n\nUnread notifications: 3\n\nIn your preferences you choose when this mail comes, and whether.',
    });
    const { subject, text: german } = agendaText(agenda, '2026-11-30', 'de');
    expect(subject).toBe('Ihre Agenda für Montag, 30. November 2026');
    expect(german).toContain('Aufgaben\n- Call Ada: heute fällig\n\nUngelesene Hinweise: 3');
  });

  it('has so many lines of each section at most, and says how many more there are', () => {
    const many = (count: number) => Array.from({ length: count }, (_, n) => ({ name: `N${n}`, reason: due }));
    for (const section of agendaSections) {
      const lines = { [section]: many(mostLines[section] + 2) } as Partial<Record<AgendaSection, never>>;
      expect(text(agendaOf(lines)).match(/^- N/gm)).toHaveLength(mostLines[section]);
      expect(text(agendaOf(lines))).toContain('… and 2 more');
    }
  });

  it('has every reason of Today in German, with the same numbers', () => {
    const numbersIn = (words: string) => words.match(/\d+/g)?.toSorted();
    const today = '2026-11-22';
    const reasons = [
      taskReason({ dueOn: today }, today),
      taskReason({ dueOn: '2026-11-20' }, today),
      idleReason('2026-11-20T12:00:00.000Z', noon),
      hotReason(80),
      closingReason({ expectedCloseOn: '2026-11-20' }, 0.5, today),
      closingReason({ expectedCloseOn: today }, 0.5, today),
      closingReason({ expectedCloseOn: '2026-11-29' }, 0.5, today),
      closingReason({}, 0.9, today),
      quietReason({ everyDays: 30, lastOrderAt: '2026-09-20T12:00:00.000Z' }, noon),
      quietReason({ everyDays: 30, lastOrderAt: '2026-09-20T12:00:00.000Z', risk: 72 }, noon),
      birthdayReason('1980-11-25', today),
      birthdayReason('--11-25', today),
      birthdayReason('1980-11-22', today),
      promiseReason({ dueOn: today }, today),
      promiseReason({ dueOn: '2026-11-19' }, today),
    ];
    for (const reason of reasons) {
      if (!reason) throw new Error('There is a reason');
      const agenda = agendaOf({ call: [{ name: 'Ada', reason }] });
      expect(text(agenda)).toContain(`- Ada: ${reason.text}`);
      expect(text(agenda, 'de')).not.toContain(reason.text);
      expect(numbersIn(text(agenda, 'de'))).toEqual(numbersIn(text(agenda)));
    }
  });

  it('is none for a day that asks for nothing, whatever is unread', () => {
    expect(isEmpty(agendaOf({}, 7))).toBe(true);
    expect(isEmpty(agendaOf({ birthdays: [{ name: 'Ada', reason: due }] }))).toBe(false);
  });
});
