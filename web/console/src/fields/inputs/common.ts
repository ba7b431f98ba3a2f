import type { InputProps } from '../field-def.ts';

/** What all of Mantine's inputs take alike. */
export const common = ({ field, isBare, isFocused, error }: InputProps) => ({
  ...(isBare ? { 'aria-label': field.label } : { label: field.label, description: field.help }),
  ...(field.isRequired && { required: !isBare, 'aria-required': true }),
  ...(isFocused && { autoFocus: true }),
  error,
});
export const textOf = (value: unknown) => (value === undefined || value === null ? '' : String(value));
export const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
