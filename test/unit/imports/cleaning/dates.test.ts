import { describe, expect, it } from 'vitest';
import { dayOrderIn, dayOrderOf } from '../../../../shared/imports/cleaning/day-order.ts';
import { readDay } from '../../../../shared/imports/cleaning/read-day.ts';
import { readInstant } from '../../../../shared/imports/cleaning/read-instant.ts';

describe('a day', () => {
  it.each([
    '2020-03-05',
    '05.03.2020',
    '5.3.20',
    'March 5, 2020',
    '5 March 2020',
    '5. März 2020',
    '5 mars 2020',
    '5 de marzo de 2020',
    '5 marca 2020',
    '5 марта 2020',
    '2020年3月5日',
    '5-Mar-20',
    '20200305',
    '43895',
    '2020-03-05T23:10:00Z',
    '2020/3/5',
  ])('%s is the fifth of March 2020', (written) => {
    expect(readDay(written)).toBe('2020-03-05');
  });

  it.each(['31/02/2020', '0/0/00', 'Q3 2020', '2020', 'soon', '99999'])('%s is none', (written) => {
    expect(readDay(written)).toBeUndefined();
  });

  it('that may be two is said to be so, unless column, country or the day itself tells', () => {
    expect(readDay('03/04/2020')).toBe('ambiguous');
    expect(readDay('03/03/2020')).toBe('2020-03-03');
    expect(readDay('25/12/2020')).toBe('2020-12-25');
    expect(readDay('03/04/2020', { order: 'mdy' })).toBe('2020-03-04');
    expect(readDay('03/04/2020', { country: 'US' })).toBe('2020-03-04');
    expect(readDay('03/04/2020', { country: 'GB' })).toBe('2020-04-03');
  });

  it('of no known year is written as vCard does, where it may be', () => {
    for (const written of ['--05-23', '1604-05-23', '0000-05-23', '23 May', '23.05.'])
      expect(readDay(written, { yearless: true, order: 'dmy' })).toBe('--05-23');
    expect(readDay('23 May')).toBeUndefined();
  });

  it('of a year of two digits is of the century that fits', () => {
    expect(readDay('1.2.85', { pivot: 27 })).toBe('1985-02-01');
    expect(readDay('1.2.45')).toBe('2045-02-01');
    expect(readDay('1.2.45', { pivot: 27 })).toBe('1945-02-01');
  });
});

describe('the order of a column', () => {
  it('is told by any value that can be read in one way alone', () => {
    expect(dayOrderOf(['01/02/2020', '13/02/2020'])).toBe('dmy');
    expect(dayOrderOf(['01/02/2020', '02/13/2020'])).toBe('mdy');
    expect(dayOrderOf(['2020-01-02'])).toBe('ymd');
  });

  it('is not told by values that say nothing, or different things', () => {
    expect(dayOrderOf(['01/02/2020', '', 'soon'])).toBeUndefined();
    expect(dayOrderOf(['13/02/2020', '02/13/2020'])).toBeUndefined();
  });

  it('is that of the country', () => {
    expect(['US', 'GB', 'DE', 'JP'].map(dayOrderIn)).toEqual(['mdy', 'dmy', 'dmy', 'ymd']);
  });
});

it.each([
  ['2020-03-05T10:00:00+02:00', '2020-03-05T08:00:00.000Z'],
  ['2020-03-05 10:00', '2020-03-05T10:00:00.000Z'],
  ['2020-03-05 10:00:00 UTC', '2020-03-05T10:00:00.000Z'],
  ['3/5/2020 5:30 PM', '2020-03-05T17:30:00.000Z'],
  ['Mar 5, 2020, 12:15 AM', '2020-03-05T00:15:00.000Z'],
  ['43895.5', '2020-03-05T12:00:00.000Z'],
  ['1583402400', '2020-03-05T10:00:00.000Z'],
  ['2020-03-05', '2020-03-05T00:00:00.000Z'],
])('the moment %s is %s', (written, at) => {
  expect(readInstant(written, { order: 'mdy' })).toBe(at);
});
