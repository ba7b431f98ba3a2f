import type { ComponentType } from 'react';
import type { FieldType, InputProps } from './field-def.ts';
import { BooleanField, ChoiceField, MultiChoiceField, TextsField } from './inputs/choices.tsx';
import { ConsentsField } from './inputs/consents.tsx';
import { AmountField, MoneyField } from './inputs/money.tsx';
import { UserField, UsersField } from './inputs/people.tsx';
import { LongTextField, NumberField, TextField, UrlField } from './inputs/plain.tsx';
import { RecordField, RecordsField } from './inputs/records.tsx';
import { RowsField } from './inputs/rows.tsx';
import { BirthdayField, DateField, InstantField } from './inputs/times.tsx';

const editors: Record<FieldType, ComponentType<InputProps>> = {
  text: TextField,
  longText: LongTextField,
  number: NumberField,
  amount: AmountField,
  money: MoneyField,
  date: DateField,
  birthday: BirthdayField,
  instant: InstantField,
  choice: ChoiceField,
  multiChoice: MultiChoiceField,
  tags: TextsField,
  texts: TextsField,
  boolean: BooleanField,
  url: UrlField,
  user: UserField,
  users: UsersField,
  record: RecordField,
  records: RecordsField,
  emails: RowsField,
  phones: RowsField,
  addresses: RowsField,
  socialProfiles: RowsField,
  consents: ConsentsField,
  source: TextField,
  items: RowsField,
  prices: RowsField,
};

/** The editor of a value, controlled: in place, in a dialog, in bulk edit, in a filter. */
export function FieldInput(props: InputProps) {
  const Editor = editors[props.field.type];
  return <Editor {...props} />;
}
