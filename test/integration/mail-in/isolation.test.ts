import { beforeAll } from 'vitest';
import { handler } from '../../../functions/mail/api.ts';
import { newId } from '../../../shared/core/ids.ts';
import { activityIdOf, intakeId } from '../../../shared/mail/intake.ts';
import { intakeRoutes } from '../../../shared/mail/intake-routes.ts';
import { mailboxRecord } from '../../../shared/mail/mailbox.ts';
import { mailboxRoutes } from '../../../shared/mail/mailbox-routes.ts';
import { acme, globex } from '../../fixtures/ids.ts';
import { itHidesOtherWorkspaces } from '../../helpers/authorization-suite.ts';
import { keep } from '../../helpers/keep.ts';
import { aMailbox, rawMail, receive, usePostOffice } from './post-office.ts';

const mailbox = aMailbox({ id: newId('mailbox'), workspaceId: globex, address: 'x@in.globex.test' });
const key = 'raw/theirs';

beforeAll(async () => {
  await usePostOffice();
  await keep(mailboxRecord, mailbox);
  await receive(rawMail({}), { key, recipients: ['x@in.globex.test'] });
});

itHidesOtherWorkspaces({
  handler,
  routes: [...intakeRoutes, ...mailboxRoutes],
  theirs: () => ({
    mailboxId: mailbox.id,
    intakeId: intakeId(key, globex),
    activityId: activityIdOf(intakeId(key, globex)),
  }),
  nobodys: {
    mailboxId: newId('mailbox'),
    intakeId: intakeId('raw/nobodys', acme),
    activityId: newId('activity'),
  },
});
