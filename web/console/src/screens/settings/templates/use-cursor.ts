import { useRef } from 'react';
import type { Selection } from '../parts/blanks.ts';
import type { Filled } from './template-values.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** Where the cursor stood last in the fields that may have blanks; in the text's end where it was in none. */
export function useCursor() {
  const fields = useRef<Partial<Record<Filled, Field | null>>>({});
  const last = useRef<Filled>('text');
  const places = useRef<Partial<Record<Filled, Selection>>>({});
  const note = (name: Filled) => () => {
    const field = fields.current[name];
    last.current = name;
    if (field) places.current[name] = { start: field.selectionStart ?? 0, end: field.selectionEnd ?? 0 };
  };
  return {
    /** What a field takes so that its cursor is known. */
    of: (name: Filled) => ({
      ref: (field: Field | null) => {
        fields.current[name] = field;
      },
      onSelect: note(name),
      onFocus: note(name),
    }),
    /** The field that a blank goes into, of those that are in sight, and where in it. */
    place: (shown: readonly Filled[], values: Record<Filled, string>) => {
      const name = shown.includes(last.current) ? last.current : (shown.at(-1) ?? 'text');
      const end = values[name].length;
      return { name, at: places.current[name] ?? { start: end, end } };
    },
    /** Gives a field the focus, its cursor at a place, once it shows what was put there. */
    go: (name: Filled, at: number) =>
      requestAnimationFrame(() => {
        const field = fields.current[name];
        field?.focus();
        field?.setSelectionRange(at, at);
      }),
  };
}
