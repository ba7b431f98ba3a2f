import { Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import classes from './screen.module.css';

type Props = {
  title: string;
  /** A way back, at the left of the title. */
  before?: ReactNode;
  /** Buttons at the right of the title. */
  actions?: ReactNode;
  /** A second line below: filters, tabs. */
  below?: ReactNode;
  /** Without space around what is in it, for what scrolls by itself. */
  flush?: boolean;
  children: ReactNode;
};

/** A screen: its name, what can be done, and what it shows. Every screen is one of these. */
export function Screen({ title, before, actions, below, flush = false, children }: Props) {
  useDocumentTitle(`${title} · Rapport`);
  return (
    <>
      <header className={classes.header}>
        {before}
        <Title order={1} className={classes.title}>
          {title}
        </Title>
        {actions}
        {below && <div style={{ flexBasis: '100%' }}>{below}</div>}
      </header>
      <div className={flush ? `${classes.body} ${classes.flush}` : classes.body}>{children}</div>
    </>
  );
}
