import type * as z from 'zod';
import type { PromiseBody } from '../../promises/promise.ts';
import type { TaskBody } from '../../tasks/task.ts';
import type { TicketBody } from '../../tickets/ticket.ts';
import { type Column, column, instantIn } from './column.ts';
import { commonColumns, customerColumns, idColumn } from './common-columns.ts';

type Task = z.output<typeof TaskBody>;
type Ticket = z.output<typeof TicketBody>;
type Promised = z.output<typeof PromiseBody>;

const dealId = <T extends { dealId?: string | undefined }>(): Column<T> =>
  column('dealId', 'Deal ID', (record) => record.dealId);

export const taskColumns: readonly Column<Task>[] = [
  idColumn,
  column('title', 'Title', ({ title }) => title),
  column('note', 'Note', ({ note }) => note),
  column('status', 'Status', ({ status }) => status),
  column('dueOn', 'Due date', ({ dueOn }) => dueOn),
  column('remindAt', 'Reminder', ({ remindAt }, { timeZone }) => instantIn(remindAt, timeZone)),
  column('repeats', 'Repeats', ({ repeats }) => repeats),
  column('completedAt', 'Completed at', ({ completedAt }, { timeZone }) => instantIn(completedAt, timeZone)),
  ...customerColumns,
  dealId(),
  ...commonColumns,
];

export const ticketColumns: readonly Column<Ticket>[] = [
  idColumn,
  column('subject', 'Subject', ({ subject }) => subject),
  column('description', 'Description', ({ description }) => description),
  column('status', 'Status', ({ status }) => status),
  column('priority', 'Priority', ({ priority }) => priority),
  column('channel', 'Channel', ({ channel }) => channel),
  column('firstResponseAt', 'First response', ({ firstResponseAt }, { timeZone }) =>
    instantIn(firstResponseAt, timeZone),
  ),
  column('solvedAt', 'Solved at', ({ solvedAt }, { timeZone }) => instantIn(solvedAt, timeZone)),
  column('closedAt', 'Closed at', ({ closedAt }, { timeZone }) => instantIn(closedAt, timeZone)),
  ...customerColumns,
  dealId(),
  ...commonColumns,
];

export const promiseColumns: readonly Column<Promised>[] = [
  idColumn,
  column('text', 'Promise', ({ text }) => text),
  column('status', 'Status', ({ status }) => status),
  column('dueOn', 'Due date', ({ dueOn }) => dueOn),
  column('contactId', 'Contact name', ({ contactId }, { contact }) => contact(contactId)?.name),
  column('contactId', 'Contact email', ({ contactId }, { contact }) => contact(contactId)?.email),
  dealId(),
  column('keptAt', 'Kept at', ({ keptAt }, { timeZone }) => instantIn(keptAt, timeZone)),
  column('brokenAt', 'Broken at', ({ brokenAt }, { timeZone }) => instantIn(brokenAt, timeZone)),
  ...commonColumns,
];
