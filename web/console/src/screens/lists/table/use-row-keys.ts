import { type KeyboardEvent, useEffect } from 'react';

export type RowActions = {
  count: number;
  cursor: number;
  move: (to: number) => void;
  open: (index: number) => void;
  toggle: (index: number) => void;
  extend: (index: number) => void;
  selectAll: () => void;
  clear: () => void;
  /** Says what the row's score is made of, where it has one. */
  why: (index: number) => void;
};

const pageRows = 15;
/** How far each key moves the cursor. */
const steps: Record<string, number> = {
  j: 1,
  ArrowDown: 1,
  k: -1,
  ArrowUp: -1,
  PageDown: pageRows,
  PageUp: -pageRows,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** Does what a key asks for; whether it asked for anything. */
function answer(key: string, isShift: boolean, isCommand: boolean, actions: RowActions): boolean {
  const { count, cursor, move, open, toggle, extend, selectAll, clear, why } = actions;
  if (isCommand) {
    if (key !== 'a') return false;
    selectAll();
    return true;
  }
  const step = steps[key] ?? steps[key.toLowerCase()];
  if (step !== undefined) {
    const to = Math.min(count - 1, Math.max(0, cursor + step));
    move(to);
    if (isShift) extend(to);
    return true;
  }
  const does = new Map<string, () => void>([
    ['Enter', () => open(cursor)],
    ['x', () => toggle(cursor)],
    ['X', () => extend(cursor)],
    [' ', () => (isShift ? extend(cursor) : toggle(cursor))],
    ['Escape', clear],
    ['w', () => why(cursor)],
  ]);
  does.get(key)?.();
  return does.has(key);
}

/** A button that opens something is pressed by what presses buttons. */
const isPressed = ({ key, target }: KeyboardEvent) =>
  (key === 'Enter' || key === ' ') && (target as HTMLElement).closest('[aria-haspopup]') !== null;

export const rowKeys = (actions: RowActions) => (event: KeyboardEvent) => {
  if (event.altKey || (event.target as HTMLElement).closest('th') || isPressed(event)) return;
  if (!answer(event.key, event.shiftKey, event.metaKey || event.ctrlKey, actions)) return;
  event.preventDefault();
  event.stopPropagation();
};

/** Elements that take letters or have keys of their own. */
const busy =
  'input, textarea, select, button, a, [contenteditable], [role=dialog], [role=menu], [role=listbox], tr';

const isElsewhere = ({ target, altKey, metaKey, ctrlKey, defaultPrevented }: globalThis.KeyboardEvent) =>
  altKey ||
  metaKey ||
  ctrlKey ||
  defaultPrevented ||
  (target as HTMLElement).closest(busy) !== null ||
  document.querySelector('[role=dialog]') !== null;

/** From anywhere on the page where nothing else takes keys, j and k go to the rows, x selects, Escape lets go. */
export function usePageKeys(actions: RowActions) {
  useEffect(() => {
    const heard = (event: globalThis.KeyboardEvent) => {
      if (isElsewhere(event)) return;
      const { cursor, move, toggle, clear } = actions;
      const does = new Map([
        ['j', () => move(cursor)],
        ['k', () => move(cursor)],
        ['x', () => toggle(cursor)],
        ['Escape', clear],
      ]).get(event.key);
      if (!does) return;
      does();
      event.preventDefault();
    };
    document.addEventListener('keydown', heard);
    return () => document.removeEventListener('keydown', heard);
  }, [actions]);
}
