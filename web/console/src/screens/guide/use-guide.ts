import type { Permission } from '../../../../client/src/index.ts';
import { usePreferences, useSetPreferences } from '../../api/preferences.ts';
import { useMay, useWorkspace } from '../../app/me.ts';
import { useFacts } from './facts.ts';

const steps = ['form', 'contacts', 'pipeline'] as const;
export type Step = (typeof steps)[number];
const needs: Record<Step, Permission> = {
  form: 'forms:write',
  contacts: 'contacts:create',
  pipeline: 'deals:read',
};

const dayMs = 86_400_000;
const newDays = 60;
/** Whether a workspace is so new that the first steps are of use. */
const isNew = (createdAt: string) => Date.now() - Date.parse(createdAt) < newDays * dayMs;

/** The first steps of a new workspace: which are this person's, which are done, and whether they want to see them. */
export function useGuide() {
  const may = useMay();
  const { createdAt } = useWorkspace();
  const { guide = {} } = usePreferences();
  const set = useSetPreferences();
  const isWanted = isNew(createdAt) && !guide.dismissedAt;
  const facts = useFacts(isWanted);
  const own = steps.filter((step) => may(needs[step]));
  const isDone = (step: Step) => facts[step] === true || guide.done?.includes(step) === true;
  const isKnown = own.every((step) => facts[step] !== undefined);
  const done = own.filter(isDone);
  return {
    steps: own,
    isDone,
    done: done.length,
    isShown: isWanted && isKnown && done.length < own.length,
    isNew: isNew(createdAt),
    finish: (step: Step) => set({ guide: { done: [...new Set([...(guide.done ?? []), step])] } }),
    dismiss: () => set({ guide: { dismissedAt: new Date().toISOString() } }),
    bringBack: () => set({ guide: { dismissedAt: null } }),
  };
}
export type Guide = ReturnType<typeof useGuide>;
