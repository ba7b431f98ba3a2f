import type { Form } from './form.ts';
import { type FormField, mostCharacters } from './form-field.ts';
import { escapeHtml } from './html.ts';

const attributes = (pairs: Record<string, string | number | boolean | undefined>) =>
  Object.entries(pairs)
    .filter(([, value]) => value !== false && value !== undefined)
    .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escapeHtml(String(value))}"`))
    .join('');

function control(field: FormField): string {
  const { name, required, type } = field;
  const maxlength = type === 'checkbox' ? undefined : mostCharacters(field);
  if (type === 'textarea') return `<textarea${attributes({ name, maxlength, required })}></textarea>`;
  return `<input${attributes({ type, name, maxlength, required })}>`;
}

const line = (field: FormField) =>
  field.type === 'hidden'
    ? `  ${control(field)}`
    : `  <label>${escapeHtml(field.label)} ${control(field)}</label>`;

/** HTML to copy into a page. It works without the script too: then the browser goes to the answer's page. */
export function snippetOf({ formKey, fields }: Pick<Form, 'formKey' | 'fields'>, publicUrl: string): string {
  const action = `${publicUrl}/v1/forms/${formKey}/submissions`;
  return [
    `<form data-rapport${attributes({ method: 'post', action })}>`,
    ...fields.map(line),
    '  <button>Send</button>',
    '</form>',
    `<script${attributes({ src: `${publicUrl}/forms/${formKey}/embed.js`, async: true })}></script>`,
    '',
  ].join('\n');
}
