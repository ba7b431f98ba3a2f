import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './mail-sheet.module.css';

/** A letter as most programs for mail show it where it says nothing of its look itself. */
const plainLook =
  '<!doctype html><style>body{margin:16px;font:14px/1.5 Arial,sans-serif;overflow-wrap:anywhere}img{max-width:100%}</style>';

type Props = {
  /** What the picture of the page is called. */
  title: string;
  subject: string;
  /** The page, in which nothing runs. Where there is none the text is shown. */
  html?: string | undefined;
  text: string;
  /** What is to be said of it. */
  children?: ReactNode;
};
/** A mail as its reader gets it. */
export const MailSheet = ({ title, subject, html, text, children }: Props) => (
  <div className={classes.sheet}>
    <Text fw={600} className={classes.subject}>
      {subject}
    </Text>
    {html === undefined ? (
      <Text className={classes.text}>{text}</Text>
    ) : (
      <iframe className={classes.page} title={title} sandbox="" srcDoc={plainLook + html} />
    )}
    {children && <div className={classes.said}>{children}</div>}
  </div>
);
