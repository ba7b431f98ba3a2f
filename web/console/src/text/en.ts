import { app } from './en/app.ts';
import { board } from './en/board.ts';
import { common } from './en/common.ts';
import { create } from './en/create.ts';
import { duplicates } from './en/duplicates.ts';
import { fields } from './en/fields.ts';
import { guide } from './en/guide.ts';
import { kinds } from './en/kinds.ts';
import { lists } from './en/lists.ts';
import { mail } from './en/mail.ts';
import { outlook } from './en/outlook.ts';
import { palette } from './en/palette.ts';
import { problems } from './en/problems.ts';
import { profile } from './en/profile.ts';
import { record } from './en/record.ts';
import { roles } from './en/roles.ts';
import { today } from './en/today.ts';

/** Every text of the console, in ICU's message syntax. Each screen has its own part. */
export const en = {
  app,
  board,
  common,
  create,
  duplicates,
  fields,
  guide,
  kinds,
  lists,
  mail,
  outlook,
  palette,
  problems,
  profile,
  record,
  roles,
  today,
};
