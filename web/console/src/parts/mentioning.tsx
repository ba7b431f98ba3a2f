import { Fragment } from 'react';
import { piecesOf } from './mentions.ts';

/** A text in which those who are mentioned stand by their names. */
export const Mentioning = ({ text }: { text: string }) =>
  piecesOf(text).map(({ at, text: piece, userId }) =>
    userId ? <strong key={at}>{piece}</strong> : <Fragment key={at}>{piece}</Fragment>,
  );
