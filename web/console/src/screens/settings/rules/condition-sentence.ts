import type { FilterDef } from '../../../fields/field-def.ts';
import { type Condition, isGroup, type Part, parse, type Test } from '../../lists/filter/condition.ts';
import { shownTest } from '../../lists/filter/defs.ts';
import { type Moment, readMoment } from '../../lists/filter/moments.ts';
import type { RuledKind } from './definition.ts';
import { allOf, oneOf, type Say, unsaid } from './say.ts';

const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text);

function distance(
  { form, count, unit }: Extract<Moment, { count: number }>,
  isSpan: boolean,
  { moments }: Say,
) {
  return moments(isSpan ? `said.${form}Span` : `said.${form}`, {
    amount: moments(`amounts.${unit}`, { count }),
  });
}
function momentWords(value: unknown, isSpan: boolean, say: Say): string {
  const moment = readMoment(value);
  if (!moment) return unsaid;
  if ('count' in moment) return distance(moment, isSpan, say);
  if (moment.form === 'today') return say.moments('point.today');
  if (moment.form === 'between') return `${say.names.day(moment.from)} – ${say.names.day(moment.to)}`;
  return isDay(moment.day) ? say.names.day(moment.day) : moment.day;
}

type Valued = Pick<FilterDef, 'type' | 'options'>;
const isTime = ({ type }: Valued) => type === 'date' || type === 'instant';
const nameOf = ({ type, options }: Valued, value: unknown, { names }: Say): string | undefined =>
  type === 'user' ? names.user(String(value)) : options?.find((option) => option.value === value)?.label;
function oneValue(def: Valued, value: unknown, say: Say): string {
  if (isTime(def)) return momentWords(value, false, say);
  return nameOf(def, value, say) ?? String(def.type === 'amount' ? Number(value) / 100 : value);
}
/** A value of a field in words. */
export function valueWords(def: Valued | undefined, value: unknown, say: Say): string {
  if (value === undefined || value === '' || value === null) return unsaid;
  if (Array.isArray(value)) {
    const all = value.map((one) => valueWords(def, one, say));
    return allOf(say, all);
  }
  if (typeof value === 'boolean') return say.t(value ? 'yes' : 'no');
  return def ? oneValue(def, value, say) : String(value);
}

const several = { $in: '$eq', $nin: '$ne' } as const;
function operandWords({ operator, value }: Test, def: FilterDef | undefined, say: Say): string {
  if (def && isTime(def)) return momentWords(value, operator === '$within', say);
  const values = Array.isArray(value) ? value : [value];
  return oneOf(
    say,
    values.map((one) => valueWords(def, one, say)),
  );
}
function testWords(written: Test, kind: RuledKind, say: Say): string {
  const def = say.names.filter(kind, written.field);
  const test = shownTest(written, def);
  const field = def?.label ?? written.field;
  if (test.operator === '$exists') return say.t(test.value === false ? 'isEmpty' : 'isFilled', { field });
  const isOne = Array.isArray(test.value) && test.value.length === 1;
  const by =
    isOne && (test.operator === '$in' || test.operator === '$nin') ? several[test.operator] : test.operator;
  return `${field} ${say.operators(by)} ${operandWords(test, def, say)}`;
}

function partWords(part: Part, kind: RuledKind, say: Say, isInner: boolean): string {
  if (!isGroup(part)) return testWords(part, kind, say);
  const all = part.parts.map((one) => partWords(one, kind, say, true));
  if (all.length === 0) return unsaid;
  const joined = part.mode === 'all' ? allOf(say, all) : oneOf(say, all);
  if (part.mode === 'none') return say.t('not', { what: joined });
  return isInner && all.length > 1 ? `(${joined})` : joined;
}

/** A condition in words, as a person says it: “Lifecycle is Lead and Score is at least 70”. */
export const conditionWords = (condition: Condition | undefined, kind: RuledKind, say: Say): string =>
  partWords(parse(condition), kind, say, false);
