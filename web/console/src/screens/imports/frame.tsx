import { type ReactNode, Suspense } from 'react';
import { useTranslations } from 'use-intl';
import type { Import } from '../../../../client/src/index.ts';
import { Waiting } from '../../app/waiting.tsx';
import { BackLink } from '../../parts/back-link.tsx';
import { MoreTexts } from '../../parts/more-texts.tsx';
import { Screen } from '../../parts/screen.tsx';
import classes from './imports.module.css';
import { type Step, steps } from './steps.ts';

/** What has to do with imports, with its own part of the catalogue. */
export const WithTexts = ({ children }: { children: ReactNode }) => (
  <Suspense fallback={<Waiting />}>
    <MoreTexts part="imports">{children}</MoreTexts>
  </Suspense>
);

function Steps({ current }: { current: Step }) {
  const t = useTranslations('imports.steps');
  const at = steps.indexOf(current);
  const stateOf = (index: number) => (index < at ? 'passed' : index === at ? 'current' : 'ahead');
  return (
    <ol className={classes.steps} aria-label={t('label')}>
      {steps.map((step, index) => (
        <li
          key={step}
          className={classes.step}
          data-state={stateOf(index)}
          aria-current={step === current ? 'step' : undefined}
        >
          {t(step)}
        </li>
      ))}
    </ol>
  );
}

/** A step of an import, with the way back to all of them. */
export function ImportFrame({
  title,
  step,
  status,
  children,
}: {
  title: string;
  step: Step | undefined;
  /** Said to who hears the page when it changes. */
  status?: Import['status'];
  children: ReactNode;
}) {
  const t = useTranslations('imports');
  const back = <BackLink to="/imports" aria-label={t('back')} />;
  return (
    <Screen title={title} before={back} below={step && <Steps current={step} />}>
      <p className="heard" role="status">
        {status && t(`statuses.${status}`)}
      </p>
      <div className={classes.content}>{children}</div>
    </Screen>
  );
}
