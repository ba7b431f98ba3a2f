import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useToast } from '../../../parts/toast.tsx';
import { type Definition, mostSteps, type RuledKind, type Step } from './definition.ts';
import type { Faults } from './faults.ts';
import { stepSentence } from './rule-sentence.ts';
import type { Say } from './say.ts';
import {
  insertStep,
  type List,
  moveStep,
  newStep,
  type Place,
  placedSteps,
  placeStep,
  putStep,
  removeStep,
} from './steps.ts';

type Given = {
  definition: Definition;
  onChange: (definition: Definition) => void;
  say: Say;
  kind: RuledKind;
  faults: Faults;
  isReadOnly: boolean;
};

/** A card that is moved into another list is drawn anew there, and a new one was not there: the focus goes on from it. */
function useFocus() {
  const wanted = useRef<{ card: string; at: readonly string[] } | undefined>(undefined);
  useEffect(() => {
    const { current } = wanted;
    if (!current) return;
    wanted.current = undefined;
    const card = document.querySelector(`[data-step="${current.card}"]`);
    const found = current.at.map((at) => card?.querySelector<HTMLElement>(at)).find(Boolean);
    // A menu that closes gives the focus back to its button first.
    const soon = setTimeout(() => found?.focus(), menuMs);
    return () => clearTimeout(soon);
  });
  return (card: string, ...at: string[]) => {
    wanted.current = { card, at };
  };
}
const menuMs = 60;
const sentence = '[data-sentence]';
const field = '[data-editor] :is(input, select, textarea):not([type="hidden"])';

/** What can be done with the steps of a rule; what was done is said to who hears the page. */
export function useBuilder({ definition, onChange, say, kind, faults, isReadOnly }: Given) {
  const t = useTranslations('settings.rules');
  const toast = useToast();
  const [open, setOpen] = useState<string>();
  const [said, setSaid] = useState('');
  const focus = useFocus();
  const { steps } = definition;
  const latest = useRef(definition);
  latest.current = definition;
  const set = (next: Step[]) => onChange({ ...latest.current, steps: next });
  const placed = placedSteps(steps);
  const nameOf = (step: Step) => stepSentence(step, kind, say);
  const moved = (id: string, next: Step[] | undefined, ...focused: string[]) => {
    if (!next) return;
    const place = placedSteps(next).findIndex(({ step }) => step.id === id) + 1;
    const step = placed.find((one) => one.step.id === id)?.step;
    set(next);
    focus(id, ...focused, sentence);
    setSaid(t('moved', { step: step ? nameOf(step) : '', place, of: placed.length }));
  };
  const move = (id: string, by: -1 | 1) =>
    moved(id, moveStep(steps, id, by), `[data-move="${by}"]:not(:disabled)`);
  const remove = (step: Step) => {
    const there = placed.find((one) => one.step.id === step.id);
    set(removeStep(steps, step.id));
    setOpen(undefined);
    const undo = () => there && set(insertStep(latest.current.steps, there.list, there.at, step));
    toast.done({ message: t('removed', { step: nameOf(step) }), undo });
  };
  const add = (list: List, at: number, deed: Step['do']) => {
    const step = newStep(steps, deed);
    set(insertStep(steps, list, at, step));
    setOpen(step.id);
    focus(step.id, field, sentence);
  };
  const build = {
    ...{ say, kind, faults, isReadOnly, open, setOpen, add, move, remove },
    room: mostSteps - placed.length,
    put: (step: Step) => set(putStep(steps, step)),
    place: (id: string, to: Place) => moved(id, placeStep(steps, id, to)),
    canPlace: (id: string, to: Place) => placeStep(steps, id, to) !== undefined,
    canMove: (id: string, by: -1 | 1) => moveStep(steps, id, by) !== undefined,
  };
  return { build, said };
}
