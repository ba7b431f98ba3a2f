import type { FunctionDefinition } from '../../../infra/function-definition.ts';
import { functions } from '../../../infra/functions.ts';
import { placeholders } from './placeholder/definitions.ts';

const kindOf = ({ trigger }: FunctionDefinition) =>
  'bus' in trigger ? `bus ${trigger.bus}` : 'queue' in trigger ? `queue ${trigger.queue}` : trigger.kind;

/** The manifest, and a placeholder for every kind of trigger that it does not use yet: rules for a kind hold before its first use. */
export function everyKind(): readonly FunctionDefinition[] {
  const used = new Set(functions.map(kindOf));
  return [...functions, ...placeholders.filter((placeholder) => !used.has(kindOf(placeholder)))];
}
