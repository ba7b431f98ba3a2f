import type { InputProps } from '../field-def.ts';

/** What all of Mantine's inputs take alike. */
export const common = ({ field, isBare, isFocused, error }: InputProps) => ({
  ...(isBare ? { 'aria-label': field.label } : { label: field.label, description: field.help }),
  ...(field.isRequired && { required: !isBare, 'aria-required': true }),
  // A dialog gives the focus by itself, and looks for this one.
  ...(isFocused && { autoFocus: true, 'data-autofocus': true }),
  error,
});
/** Who asked to edit a choice in its place has asked to choose. */
export const isOpenAtOnce = ({ isBare, isFocused }: InputProps) => Boolean(isBare && isFocused);
export const textOf = (value: unknown) => (value === undefined || value === null ? '' : String(value));
export const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
