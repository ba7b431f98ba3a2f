/** How a text names a user, the label first: `@[Rosa Lindqvist](us_01J…)`. */
export const mentionToken = /@\[([^\]\n]{1,200})\]\((us_[0-9A-HJKMNP-TV-Z]{26})\)/g;

/** A text as people read it: `@Rosa Lindqvist`. */
export const writtenOf = (kept: string): string => kept.replace(mentionToken, '@$1');
