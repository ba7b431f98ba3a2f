import { dateAfter, daysFrom } from '../core/local-day.ts';
import type { Row } from '../learning/binning.ts';
import { type Model, type Part, partsFor, probabilityFor } from '../learning/model.ts';
import type { Purchases } from '../orders/purchases.ts';
import { besideBuying, defaultModel } from './default-model.ts';
import { boughtUpTo, featuresOn } from './features.ts';
import { nextContact } from './next-contact.ts';
import { type Risk, type RiskBand, StoredReason } from './risk.ts';

/** What is known around a customer at a moment (`now`, ISO 8601 UTC). */
export type Around = {
  id: string;
  purchases: Purchases;
  pressingTickets: number;
  lastRating?: number | undefined;
  lastActivityAt?: string | undefined;
  lastTouchedAt?: string | undefined;
  learned?: { model: Model; learnedAt: string } | undefined;
  now: string;
};

const bandOf = (risk: number): RiskBand => (risk >= 65 ? 'high' : risk >= 35 ? 'medium' : 'low');
const mostReasons = 6;

const modelOf = ({ learned }: Around): Model =>
  learned ? { ...learned.model, features: [...learned.model.features, ...besideBuying] } : defaultModel;

/** What is known on a day, by the names of features. */
function rowOn(around: Around, day: string): Row | undefined {
  const { purchases, pressingTickets, lastRating, lastActivityAt } = around;
  const buying = featuresOn(purchases, day);
  return (
    buying && {
      ...buying,
      pressingTickets,
      lastRating,
      silentDays: lastActivityAt && Math.max(0, daysFrom(lastActivityAt, day)),
    }
  );
}

/** By the name of a feature, what words about it need. */
const told: Record<string, (around: Around, value: number) => Omit<StoredReason, 'points'>> = {
  recencyDays: ({ purchases }) => ({ code: 'last_order', on: dayOf(purchases.lastOrderAt) }),
  lateness: ({ purchases }) => ({
    code: 'late',
    on: dayOf(purchases.lastOrderAt),
    everyDays: purchases.medianGapDays,
  }),
  orders: (_, count) => ({ code: 'orders', count }),
  spendPercent: (_, percent) => ({ code: 'spending', percent }),
  moneyCents: ({ purchases }, amountCents) => ({
    code: 'money',
    amountCents,
    currency: purchases.newest[0]?.[2],
  }),
  tenureDays: ({ purchases }) => ({ code: 'customer_since', on: dayOf(purchases.firstOrderAt) }),
  pressingTickets: (_, count) => ({ code: 'tickets', count }),
  lastRating: (_, score) => ({ code: 'rating', score }),
  silentDays: ({ lastActivityAt }) => ({ code: 'silent', on: dayOf(lastActivityAt) }),
};
const dayOf = (at: string | undefined) => at?.slice(0, 10);

/** A feature of a value that is not known says nothing that could be told. */
function reasonsOf(around: Around, parts: readonly Part[]): StoredReason[] {
  return parts
    .flatMap(({ name, value, points }) => {
      const reason = typeof value === 'number' ? told[name]?.(around, value) : undefined;
      return reason ? [StoredReason.parse({ ...reason, points })] : [];
    })
    .slice(0, mostReasons);
}

/** Days until a risk is looked at again though nothing happened: rarely, of whom nobody has heard for a year. */
const lookDays = (recencyDays: number) => (recencyDays > 365 ? 30 : 7);
/** The moment of a day at which this customer's turn is: all of them at midnight would be a crowd. */
function turnOn(day: string, id: string): string {
  const minute = [...id].reduce((sum, char) => (sum * 31 + (char.codePointAt(0) ?? 0)) % 1440, 7);
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + minute * 60_000).toISOString();
}
/** The day on which it changes its band by time alone, or that of the next look. */
function lookOn(around: Around, model: Model, today: string, days: number, band: RiskBand): string {
  for (let ahead = 1; ahead < days; ahead++) {
    const row = rowOn(around, dateAfter(today, ahead));
    if (row && bandOf(Math.round(100 * probabilityFor(model, row))) !== band) return dateAfter(today, ahead);
  }
  return dateAfter(today, days);
}

/** Who has ordered for a day to come is looked at again; who has ordered nothing is not. */
const nothingYet = ({ id, purchases }: Around, today: string): Omit<Risk, 'version'> =>
  purchases.orderCount > 0 ? { reasons: [], lookAt: turnOn(dateAfter(today, 1), id) } : { reasons: [] };

/** How likely a customer leaves at a moment, by what is known then. Nothing of whom nothing was bought by. */
export function reckonedRisk(around: Around): Omit<Risk, 'version'> {
  const { purchases, lastTouchedAt, learned, now } = around;
  const today = now.slice(0, 10);
  const [model, row] = [modelOf(around), rowOn(around, today)];
  if (!row) return nothingYet(around, today);
  const risk = Math.round(100 * probabilityFor(model, row));
  const band = bandOf(risk);
  const byToday = boughtUpTo(purchases, today);
  const days = lookDays(Number(row.recencyDays));
  return {
    risk,
    riskBand: band,
    reasons: reasonsOf({ ...around, purchases: byToday }, partsFor(model, row)),
    ...(byToday.medianGapDays !== undefined && { medianGapDays: byToday.medianGapDays }),
    ...nextContact(byToday, lastTouchedAt, today),
    lookAt: turnOn(lookOn(around, model, today, days, band), around.id),
    ...(learned && { learnedAt: learned.learnedAt }),
  };
}
