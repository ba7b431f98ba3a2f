import { api } from '../../shared/platform/api.ts';
import { createMailboxOperation } from './operations/create-mailbox.ts';
import { deleteMailboxOperation } from './operations/delete-mailbox.ts';
import { getActivityMailOperation } from './operations/get-activity-mail.ts';
import { getMailIntakeOperation } from './operations/get-mail-intake.ts';
import { getMailIntakeMessageOperation } from './operations/get-mail-intake-message.ts';
import { getMailboxOperation } from './operations/get-mailbox.ts';
import { listMailIntakeOperation } from './operations/list-mail-intake.ts';
import { listMailboxesOperation } from './operations/list-mailboxes.ts';
import { patchMailboxOperation } from './operations/patch-mailbox.ts';
import { retryMailIntakeMessageOperation } from './operations/retry-mail-intake-message.ts';

export const handler = api([
  getMailIntakeOperation,
  listMailIntakeOperation,
  getMailIntakeMessageOperation,
  retryMailIntakeMessageOperation,
  getActivityMailOperation,
  createMailboxOperation,
  listMailboxesOperation,
  getMailboxOperation,
  patchMailboxOperation,
  deleteMailboxOperation,
]);
