import type {
  Rule as ApiRule,
  Run as ApiRun,
  RuleDefinition,
  RuleStep,
  RuleTrigger,
} from '../../../../../client/src/index.ts';

export type Rule = ApiRule;
export type Definition = RuleDefinition;
export type Step = RuleStep;
export type Trigger = RuleTrigger;
export type TriggerOf<On extends Trigger['on']> = Extract<Trigger, { on: On }>;
export type RuleEvent = TriggerOf<'event'>['events'][number];
export type Deed = Step['do'];
export type StepOf<D extends Deed> = Extract<Step, { do: D }>;
export type Assigned = StepOf<'assign'>['who'];
export type Territory = Extract<Assigned, { how: 'territory' }>['territories'][number];
/** A rule's walk for one record. */
export type Run = ApiRun;
/** The kinds of record that a rule is about. */
export type RuledKind = Run['kind'];

export const mostSteps = 50;
export const deepestStep = 5;
/** In the order in which they are offered. */
export const deeds: readonly Deed[] = [
  'send_mail',
  'create_task',
  'notify',
  'wait',
  'branch',
  'assign',
  'set_field',
  'add_tag',
  'remove_tag',
  'move_deal',
  'call_webhook',
  'stop',
];
