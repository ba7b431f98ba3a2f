import type { Resource } from '../assembly.ts';
import type { BusEvent } from '../services/events.ts';
import { matches, type Pattern } from './pattern.ts';

/** Hands a text to what an ARN names (a queue, or a function by its own queue), durably. Throws for what it cannot reach. */
export type Deliver = (arn: string, body: string) => void;

type Target = { Arn: string; Input?: string; InputPath?: string; InputTransformer?: unknown };

const at = (event: unknown, path: string): unknown =>
  path
    .split('.')
    .slice(1)
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], event);

function inputOf(target: Target, event: BusEvent): string {
  if (target.Input !== undefined) return target.Input;
  return JSON.stringify(target.InputPath === undefined ? event : at(event, target.InputPath));
}

const busOf = (rule: Resource): string =>
  String(rule.properties.EventBusName ?? 'default')
    .split('/')
    .at(-1) ?? '';

/** An `AWS::Events::Rule`: gives the event to each target if it is of this bus and matches. */
export function ruleTargets(rule: Resource, deliver: Deliver): (bus: string, event: BusEvent) => void {
  const { EventPattern, Targets = [], State = 'ENABLED', ScheduleExpression } = rule.properties;
  if (ScheduleExpression)
    throw new Error(`${rule.logicalId}: rules with a schedule do not run here, schedules do`);
  const targets = Targets as Target[];
  if (targets.some(({ InputTransformer }) => InputTransformer))
    throw new Error(`${rule.logicalId}: input transformers do not run here`);
  const own = busOf(rule);
  return (bus, event) => {
    if (State !== 'ENABLED' || bus !== own || !matches(EventPattern as Pattern, event)) return;
    for (const target of targets) deliver(target.Arn, inputOf(target, event));
  };
}
