import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './mail.module.css';

/** Settings that belong together, under what they are about. */
export function Section({ title, about, children }: { title: string; about: string; children: ReactNode }) {
  return (
    <section className={classes.section} aria-label={title}>
      <div>
        <Title order={2}>{title}</Title>
        <Text className={classes.about}>{about}</Text>
      </div>
      {children}
    </section>
  );
}
