import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import classes from './imports.module.css';

const shownAtOnce = 50;
/** A list of which fifty are drawn, and as many more whenever they are asked for. */
export function FewAtATime<T>({ all, children }: { all: readonly T[]; children: (one: T) => ReactNode }) {
  const t = useTranslations('common');
  const [most, setMost] = useState(shownAtOnce);
  return (
    <>
      <ul className={classes.rows}>{all.slice(0, most).map(children)}</ul>
      {all.length > most && (
        <Button variant="default" mt="sm" onClick={() => setMost(most + shownAtOnce)}>
          {t('more')}
        </Button>
      )}
    </>
  );
}
