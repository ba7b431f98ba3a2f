import type { Task } from '../tasks/task.ts';
import type { Ticket } from '../tickets/ticket.ts';
import type { Found } from './finding.ts';
import { orphan, unowned } from './findings.ts';

/** What nobody has to do will not be done; a task may be of no customer. */
export const taskFindings = (task: Task): Found => ({
  findings: task.status === 'open' ? unowned(task) : [],
});

export const ticketFindings = (ticket: Ticket): Found => ({
  findings: [...(['open', 'pending'].includes(ticket.status) ? unowned(ticket) : []), ...orphan(ticket)],
});
