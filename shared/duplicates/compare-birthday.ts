import { isWithinOneEdit } from '../search/one-edit.ts';
import type { BirthdayFact } from './birthday-fact.ts';
import { missing, type Reason } from './comparison.ts';
import type { Weights } from './weights.ts';

type Level = keyof Weights['birthday'];
const nearDays = 92;

const areSame = (one: BirthdayFact, other: BirthdayFact): Level | undefined => {
  if (one.digits !== other.digits) return undefined;
  if (one.year === undefined) return 'sameDay';
  return one.digits.endsWith('0101') ? 'firstOfYear' : 'same';
};

const isSwapped = (one: BirthdayFact, other: BirthdayFact): boolean =>
  one.year === other.year && one.month === other.day && one.day === other.month;

function partsInCommon(one: BirthdayFact, other: BirthdayFact): number {
  const { year, month, day } = other;
  return [one.year === year, one.month === month, one.day === day].filter(Boolean).length;
}

const isNear = ({ number: one }: BirthdayFact, { number: other }: BirthdayFact): boolean =>
  one !== undefined && other !== undefined && Math.abs(one - other) <= nearDays;

function levelOfYears(one: BirthdayFact, other: BirthdayFact): Level {
  const parts = partsInCommon(one, other);
  if (isSwapped(one, other)) return 'swapped';
  if (parts > 0 && isWithinOneEdit(one.digits, other.digits)) return 'digit'; // one edit leaves a part as it is
  if (parts === 2) return 'twoParts';
  if (isNear(one, other)) return 'near';
  return one.year === other.year ? 'sameYear' : 'different';
}

function levelOf(one: BirthdayFact, other: BirthdayFact): Level {
  const same = areSame(one, other);
  if (same) return same;
  if (one.year !== undefined && other.year !== undefined) return levelOfYears(one, other);
  return one.month === other.month && one.day === other.day ? 'sameDay' : 'different';
}

const agreements: Partial<Record<Level, Reason['agreement']>> = {
  same: 'same',
  sameDay: 'same',
  firstOfYear: 'same',
  different: 'different',
};

/** Birthdays: the same, its day and month swapped, one digit wrong or two neighbours transposed, two of three parts right, three months apart at most. */
export function compareBirthdays(
  one: BirthdayFact | undefined,
  other: BirthdayFact | undefined,
  w: Weights,
): Reason {
  if (!(one && other)) return missing('birthday');
  const level = levelOf(one, other);
  return { field: 'birthday', agreement: agreements[level] ?? 'close', weight: w.birthday[level] };
}
