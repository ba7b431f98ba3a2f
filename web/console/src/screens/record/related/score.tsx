import { useTranslations } from 'use-intl';
import type { ScoringShown } from '../../../../../client/src/index.ts';
import { useFieldName } from '../../../fields/use-field-name.ts';
import classes from './related.module.css';
import { Section } from './section.tsx';
import { signed } from './signed.ts';

/** How ready a lead is to buy, and what that is made of. */
export function Score({ scoring }: { scoring: ScoringShown }) {
  const t = useTranslations('record.scoring');
  const fieldName = useFieldName('contact');
  const { score, by, reasons } = scoring;
  /** A rule has a name; what was learned is of a field, and of what it says. */
  const words = ({ name, value, times }: ScoringShown['reasons'][number]) => {
    if (by === 'learned') return value === undefined ? fieldName(name) : `${fieldName(name)}: ${value}`;
    return times === undefined || times < 2 ? name : t('times', { name, count: times });
  };
  return (
    <Section title={t('title')}>
      <div>{t('value', { score, by })}</div>
      <ul className={classes.list}>
        {reasons.map((reason) => (
          <li key={reason.name} className={classes.quiet}>
            {words(reason)} {signed(reason.points)}
          </li>
        ))}
      </ul>
    </Section>
  );
}
