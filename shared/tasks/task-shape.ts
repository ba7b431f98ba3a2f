import type { RecordShape } from '../records/record-shape.ts';
import { NewTask, TaskBody, TaskPatch, TaskStatus } from './task.ts';

export const taskShape = {
  kind: 'task',
  name: 'Task',
  names: 'Tasks',
  tag: 'Tasks',
  a: 'a task',
  example: {
    id: 'tk_01KAPRM3V5Z8Y7Q2W4X6T9N1BC',
    created: {
      title: 'Send the offer',
      dueOn: '2026-12-01',
      note: 'With the spring prices.',
      remindAt: '2026-12-01T08:00:00.000Z',
      repeats: 'FREQ=MONTHLY;BYMONTHDAY=1',
    },
    patch: { dueOn: '2026-12-03', note: null },
  },
  body: TaskBody,
  created: NewTask,
  patch: TaskPatch,
  orders: ['due'],
  unkept: ['due'],
  ascending: ['due'],
  orderedBy: { due: 'dueOn' },
  related: [],
  states: { status: { values: TaskStatus, worked: true } },
  matchBy: ['externalId'],
  errors: ['contact_erased'],
} as const satisfies RecordShape;
