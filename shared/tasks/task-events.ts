import * as z from 'zod';
import { defineEvent } from '../core/event.ts';

/** The moment has come at which a task's owner is to be told of it. */
export const taskReminder = defineEvent('task.reminder', 1, z.object({ taskId: z.string() }));
