import { useTranslations } from 'use-intl';
import type { RiskShown } from '../../../../../client/src/index.ts';
import { useFormats } from '../../../parts/format.ts';
import classes from './related.module.css';
import { Section } from './section.tsx';
import { signed } from './signed.ts';

type Reason = RiskShown['reasons'][number];

/** A reason in words, from its numbers. */
function useReasonWords() {
  const t = useTranslations('record.risk.reasons');
  const { day, money } = useFormats();
  return ({ code, ...told }: Reason) =>
    t(code, {
      count: told.count ?? 0,
      days: told.days ?? 0,
      everyDays: Math.round(told.everyDays ?? 0),
      on: day(told.on),
      percent: told.percent ?? 0,
      score: told.score ?? 0,
      sum: money(told.amountCents, told.currency),
    });
}

/** How likely a customer leaves, why, and when they are best spoken to. */
export function Risk({ risk }: { risk: RiskShown }) {
  const t = useTranslations('record.risk');
  const words = useReasonWords();
  const { day } = useFormats();
  return (
    <Section title={t('title')}>
      <div>{t('value', { value: risk.value, band: risk.band })}</div>
      <ul className={classes.list}>
        {risk.reasons.map((reason) => (
          <li key={reason.code} className={classes.quiet}>
            {words(reason)} {signed(reason.points)}
          </li>
        ))}
      </ul>
      {risk.nextContactOn && <div>{t('next', { on: day(risk.nextContactOn) })}</div>}
    </Section>
  );
}
