import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './profile.module.css';

/** A part of the profile: its name at the left of a desk's screen, above on a phone. */
export function Part({ title, about, children }: { title: string; about?: string; children: ReactNode }) {
  return (
    <section className={classes.part}>
      <div>
        <Title order={2}>{title}</Title>
        {about && <Text className={classes.quiet}>{about}</Text>}
      </div>
      <div className={classes.fields}>{children}</div>
    </section>
  );
}
