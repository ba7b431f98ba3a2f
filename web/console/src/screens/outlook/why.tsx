import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import classes from './outlook.module.css';
import { useAskWhy } from './why-context.ts';

type Props = { contactId: string; mark: string; tabIndex: number; children: ReactNode };

/** A score or a risk that says, when it is pressed, what it is made of. */
export function Why({ contactId, mark, tabIndex, children }: Props) {
  const t = useTranslations('outlook');
  const ask = useAskWhy();
  return (
    <button
      type="button"
      className={classes.why}
      tabIndex={tabIndex}
      aria-haspopup="dialog"
      data-why
      onClick={({ currentTarget }) => ask(contactId, currentTarget)}
    >
      <span className="heard">{t('ask', { mark })}</span>
      <span aria-hidden>{children}</span>
    </button>
  );
}
