import { useTranslations } from 'use-intl';
import classes from './duplicates.module.css';
import { likelihoodOf, type MatchKind, type Reason } from './likeness.ts';
import { useReasonWords } from './use-words.ts';

type Likely = { probability: number; isSure: boolean };
const bars = { certain: 3, likely: 2, perhaps: 1 } as const;

/** How probable it is that two are one, in words. */
export function Likelihood({ of }: { of: Likely }) {
  const t = useTranslations('duplicates.likelihood');
  const likelihood = likelihoodOf(of);
  return (
    <span className={classes.likelihood}>
      <span className={classes.meter} aria-hidden>
        {[1, 2, 3].map((bar) => (
          <i key={bar} data-on={bar <= bars[likelihood] || undefined} />
        ))}
      </span>
      {t(likelihood)}
    </span>
  );
}

/** Why they may be one, and what speaks against it. */
export function Reasons({ kind, reasons }: { kind: MatchKind; reasons: readonly Reason[] }) {
  const t = useTranslations('duplicates');
  const wordsOf = useReasonWords(kind);
  return (
    <ul className={classes.reasons} aria-label={t('why')}>
      {wordsOf(reasons).map(({ field, word, isAgainst }) => (
        <li key={field} className={classes.reason} data-against={isAgainst || undefined}>
          {word}
        </li>
      ))}
    </ul>
  );
}
