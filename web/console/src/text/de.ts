import { app } from './de/app.ts';
import { board } from './de/board.ts';
import { common } from './de/common.ts';
import { create } from './de/create.ts';
import { duplicates } from './de/duplicates.ts';
import { fields } from './de/fields.ts';
import { guide } from './de/guide.ts';
import { kinds } from './de/kinds.ts';
import { lists } from './de/lists.ts';
import { mail } from './de/mail.ts';
import { outlook } from './de/outlook.ts';
import { palette } from './de/palette.ts';
import { problems } from './de/problems.ts';
import { profile } from './de/profile.ts';
import { record } from './de/record.ts';
import { roles } from './de/roles.ts';
import { today } from './de/today.ts';

export const de = {
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
