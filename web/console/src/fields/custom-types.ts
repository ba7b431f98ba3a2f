import type { Field } from '../../../client/src/index.ts';
import type { FieldType } from './field-def.ts';

/** What a custom field is shown and edited as (docs/custom-fields.md). */
const types: Record<Field['type'], FieldType> = {
  text: 'text',
  longText: 'longText',
  number: 'number',
  money: 'money',
  date: 'date',
  choice: 'choice',
  multiChoice: 'multiChoice',
  checkbox: 'boolean',
  link: 'url',
  user: 'user',
};
export const customType = (type: Field['type']): FieldType => types[type];
