import type { Agreement, Reason } from './comparison.ts';
import type { Weights } from './weights.ts';

type Agreements = (field: string) => Agreement;
const agreementsOf =
  (reasons: Reason[]): Agreements =>
  (field) =>
    reasons.find((reason) => reason.field === field)?.agreement ?? 'missing';

const agrees = (agreement: Agreement): boolean => agreement === 'same' || agreement === 'close';
const hasOwn = (reasons: Reason[]): boolean =>
  reasons.some(({ field, agreement }) => field.startsWith('custom.') && agreement === 'same');

/** Both names agree, as far as both are known; in each other's places they are one reason, `name`. */
function areOfOneName(agreementOn: Agreements): boolean {
  if (agrees(agreementOn('name'))) return true;
  return agrees(agreementOn('firstName')) && agreementOn('lastName') !== 'different';
}

/** The same birthday, but for one typing error. */
const agreesOnBirthday = (reasons: Reason[], w: Weights): boolean =>
  reasons.some(({ field, weight }) => field === 'birthday' && weight >= w.birthday.digit);

/** What a household or an office has in common. */
const circle: ReadonlySet<string> = new Set(['addresses', 'phones', 'company']);

/**
 * An address, a phone and an employer in common tell little of people whose names do not agree: families and colleagues have
 * them too, and more of them than of repeated records. Unless they were born on the same day (one typing error aside), or a custom field that tells who is meant
 * is the same, all of it together is worth `circle` at most.
 */
export function boundedByCircle(reasons: Reason[], w: Weights): Reason[] {
  const agreementOn = agreementsOf(reasons);
  if (areOfOneName(agreementOn) || hasOwn(reasons) || agreesOnBirthday(reasons, w)) return reasons;
  const isShared = ({ field, weight }: Reason): boolean => circle.has(field) && weight > 0;
  const sum = reasons.filter(isShared).reduce((total, { weight }) => total + weight, 0);
  if (sum <= w.circle) return reasons;
  return reasons.map((reason) =>
    isShared(reason) ? { ...reason, weight: (reason.weight * w.circle) / sum } : reason,
  );
}

/** One fault in what is otherwise the same person: family name, birthday and address agree, but for typing errors. */
const isOneFault = (agreementOn: Agreements): boolean =>
  agrees(agreementOn('lastName')) && agreementOn('birthday') === 'same' && agrees(agreementOn('addresses'));

/**
 * First names (of companies, names) are different: to be looked at, unless a custom field that tells who is meant is the same,
 * or all else is.
 */
export function isInDoubt(reasons: Reason[]): boolean {
  const agreementOn = agreementsOf(reasons);
  if (agreementOn('firstName') !== 'different' && agreementOn('name') !== 'different') return false;
  return !(isOneFault(agreementOn) || hasOwn(reasons));
}
