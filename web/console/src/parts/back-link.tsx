import { IconArrowLeft } from '@tabler/icons-react';
import { createLink } from '@tanstack/react-router';
import type { ComponentProps } from 'react';
import classes from './back-link.module.css';

/** The way back that stands before a screen's name; say by `aria-label` where it leads. */
export const BackLink = createLink((props: Omit<ComponentProps<'a'>, 'children'>) => (
  <a {...props} className={classes.back}>
    <IconArrowLeft size={20} aria-hidden />
  </a>
));
