import * as z from 'zod';
import { Condition } from '../conditions/condition.ts';
import { idOf } from '../core/ids.ts';

export const mostSteps = 50;
export const deepestStep = 5;

const StepId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]{0,39}$/, 'Must be 1 to 40 of a–z, 0–9, - and _.')
  .describe('Its name in the rule, which it keeps: a run knows by it what it has done.');
/** A length of time: hours, days or weeks; at most a year. */
const Duration = z
  .string()
  .regex(/^[1-9]\d{0,3}[hdw]$/, 'Must be a time like 2h, 3d or 1w.')
  .refine((text) => durationMs(text) <= 366 * unitMs.d, 'A year is the most.');
const unitMs = { h: 3_600_000, d: 86_400_000, w: 7 * 86_400_000 } as const;
export const durationMs = (text: string): number =>
  Number.parseInt(text, 10) * unitMs[text.slice(-1) as keyof typeof unitMs];

const user = idOf('user');
const users = z.array(user).min(1).max(50);
const own = { id: StepId };

const SendMail = z.strictObject({
  ...own,
  do: z.literal('send_mail'),
  template: z
    .union([
      z.strictObject({ id: idOf('template') }),
      z
        .literal('of_source')
        .describe('The welcome of the form that was sent, or of the mailbox that was written to.'),
    ])
    .optional()
    .describe('A draft may be without.'),
  to: z.enum(['contact', 'owner']).default('contact'),
  once: z
    .literal('per_source')
    .optional()
    .describe('Each person gets it once from each form or mailbox, whatever rule sends it.'),
});
const CreateTask = z.strictObject({
  ...own,
  do: z.literal('create_task'),
  title: z.string().trim().min(1).max(300).describe('With blanks like `{{contact.firstName|them}}`.'),
  note: z.string().max(2000).optional(),
  dueInDays: z.int().min(0).max(365).optional(),
  owner: z
    .union([z.literal('record_owner'), z.strictObject({ userId: user })])
    .default('record_owner')
    .describe('`record_owner`: the record’s, else its contact’s.'),
});
const Territory = z.strictObject({
  countries: z
    .array(z.string().regex(/^[A-Z]{2}$/, 'Must be a country like DE.'))
    .min(1)
    .max(250)
    .optional(),
  postalCodes: z
    .array(z.string().trim().min(1).max(20))
    .min(1)
    .max(200)
    .optional()
    .describe('What they begin with.'),
  users,
});
const Assign = z.strictObject({
  ...own,
  do: z.literal('assign'),
  who: z.discriminatedUnion('how', [
    z.strictObject({ how: z.literal('user'), userId: user }),
    z.strictObject({ how: z.literal('round_robin'), users }),
    z
      .strictObject({ how: z.literal('least_loaded'), users })
      .describe('Of two of them at random the one with fewer open deals, or contacts.'),
    z.strictObject({
      how: z.literal('territory'),
      territories: z.array(Territory).min(1).max(50),
      users: users.optional().describe('Whose it is where no territory fits, in turn.'),
    }),
  ]),
});
const SetField = z.strictObject({
  ...own,
  do: z.literal('set_field'),
  field: z.string().min(1).max(80).describe('A custom one is `custom.<key>`.'),
  value: z.union([
    z.string().max(2000),
    z.number(),
    z.boolean(),
    z.array(z.string().max(200)).max(50),
    z.null(),
  ]),
});
const tag = z.string().trim().min(1).max(50);
const AddTag = z.strictObject({ ...own, do: z.literal('add_tag'), tag });
const RemoveTag = z.strictObject({ ...own, do: z.literal('remove_tag'), tag });
const MoveDeal = z.strictObject({
  ...own,
  do: z.literal('move_deal'),
  stageId: z.string().min(1).max(100),
  lostReason: z.string().trim().min(1).max(200).optional(),
  wonReason: z.string().trim().min(1).max(200).optional(),
});
const Notify = z.strictObject({
  ...own,
  do: z.literal('notify'),
  users: z
    .array(z.union([z.literal('record_owner'), user]))
    .min(1)
    .max(20),
  text: z.string().trim().min(1).max(500).describe('With blanks, as a task’s title.'),
});
const CallWebhook = z.strictObject({ ...own, do: z.literal('call_webhook'), webhookId: idOf('webhook') });
const Wait = z.strictObject({
  ...own,
  do: z.literal('wait'),
  for: Duration.optional(),
  until: Condition.optional().describe('It goes on as soon as this holds of the record.'),
  atMost: Duration.optional().describe('With `until`: it goes on then in any case.'),
});
const Stop = z.strictObject({ ...own, do: z.literal('stop') });

const branchOf = ['record', 'contact', 'company', 'deal'] as const;
const deeds = [
  SendMail,
  CreateTask,
  Assign,
  SetField,
  AddTag,
  RemoveTag,
  MoveDeal,
  Notify,
  CallWebhook,
  Wait,
  Stop,
] as const;
/** A step that has no steps in it. */
type Plain = z.infer<(typeof deeds)[number]>;
export type Branch = {
  id: string;
  do: 'branch';
  if: Condition;
  of: (typeof branchOf)[number];
  yes: Step[];
  no: Step[];
};
export type Step = Plain | Branch;
export type StepOf<D extends Step['do']> = Extract<Step, { do: D }>;

export const Step: z.ZodType<Step> = z
  .lazy(() => z.discriminatedUnion('do', [...deeds, BranchStep]))
  .meta({ id: 'RuleStep' }) as z.ZodType<Step>;
const Steps = z.array(Step).max(mostSteps);
const BranchStep = z.strictObject({
  ...own,
  do: z.literal('branch'),
  if: Condition,
  of: z.enum(branchOf).default('record').describe('What is asked: the record, or the one that it names.'),
  yes: Steps.describe('Where it holds.'),
  no: Steps.default([]).describe('Where it does not.'),
});
