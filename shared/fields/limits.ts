import type { Field, FieldType, Validation } from './field.ts';

/** Unicode code points, as JSON Schema counts (2020-12, 6.3.1). */
export const lengthOf = (text: string): number => {
  let length = 0;
  for (const _ of text) length++;
  return length;
};

const mostText: Partial<Record<FieldType, number>> = { text: 1000, longText: 5000, link: 2000 };
const firstDay = '1970-01-01';
const lastDay = '2200-12-31';
export const largest = Number.MAX_SAFE_INTEGER;
/** An address that one can follow (RFC 3986): of the web, of a mailbox, of a phone. */
export const linkForm = '^(?:https?://[^\\s/?#]\\S*|mailto:[^\\s@]+@\\S+|tel:\\+?[0-9().-]{3,30})$';
export const userForm = '^us_[0-9A-HJKMNP-TV-Z]{26}$';

/** What a type may be limited by. */
export const limitsOfType: Record<FieldType, readonly (keyof Validation)[]> = {
  text: ['minLength', 'maxLength', 'pattern'],
  longText: ['minLength', 'maxLength'],
  number: ['min', 'max', 'step'],
  money: ['min', 'max'],
  date: ['earliest', 'latest'],
  choice: [],
  multiChoice: [],
  checkbox: [],
  link: ['maxLength'],
  user: [],
};

/** The bounds of a field's values, its own within those of its type. */
export const textBounds = ({ type, validation }: Pick<Field, 'type' | 'validation'>) => {
  const most = mostText[type] ?? 0;
  return { least: validation.minLength ?? 1, most: Math.min(validation.maxLength ?? most, most) };
};
export const numberBounds = ({
  validation: { min = -largest, max = largest },
}: Pick<Field, 'validation'>) => ({
  min: Math.max(min, -largest),
  max: Math.min(max, largest),
});
export const dayBounds = ({
  validation: { earliest = firstDay, latest = lastDay },
}: Pick<Field, 'validation'>) => ({
  earliest: earliest < firstDay ? firstDay : earliest,
  latest: latest > lastDay ? lastDay : latest,
});
