import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { RapportError } from '../../../../../client/src/index.ts';
import type { Definition, Step } from './definition.ts';
import { stepAt } from './steps.ts';

/** What the API says of a draft, by the card that it stands at: a step's id, or one of the other two. */
export type Faults = ReadonlyMap<string, readonly string[]>;
type Fault = { pointer: string; code: string; detail: string };

function cardOf(steps: readonly Step[], pointer: string): string | undefined {
  if (/^\/(draft|definition)\/trigger(\/|$)/.test(pointer)) return 'trigger';
  if (/^\/(draft|definition)\/condition(\/|$)/.test(pointer)) return 'condition';
  return stepAt(steps, pointer)?.step.id;
}
/** Faults by their cards. What stands nowhere is said above them all, by what calls this. */
function faultsByCard(
  steps: readonly Step[],
  faults: readonly Fault[],
  wordsOf: (fault: Fault) => string,
): Faults {
  const by = new Map<string, string[]>();
  for (const fault of faults) {
    const card = cardOf(steps, fault.pointer);
    const words = wordsOf(fault);
    const there = card === undefined ? undefined : by.get(card);
    if (card !== undefined && !there?.includes(words)) by.set(card, [...(there ?? []), words]);
  }
  return by;
}

const faultsIn = (error: unknown): readonly Fault[] => (error instanceof RapportError ? error.errors : []);
const missing = new Set(['required', 'too_small', 'invalid_format', 'invalid_value']);

/** What was said of the draft that was sent: its steps may have moved since. */
export function useFaults(error: unknown, { steps }: Definition): Faults {
  const t = useTranslations('settings.rules.faults');
  const wordsOf = ({ code, detail }: Fault) => {
    if (missing.has(code)) return t('required');
    return t.has(code as 'required') ? t(code as 'required') : detail;
  };
  const [of, setOf] = useState<{ error: unknown; faults: Faults }>({ error: null, faults: new Map() });
  if (of.error !== error) setOf({ error, faults: faultsByCard(steps, faultsIn(error), wordsOf) });
  return of.faults;
}
