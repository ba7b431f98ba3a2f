import { expect, it } from 'vitest';
import * as z from 'zod';
import { companyRecord } from '../../../shared/companies/company.ts';
import { besideContacts, type ConditionKind, fieldsOf } from '../../../shared/conditions/fields.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { dealRecord } from '../../../shared/deals/deal.ts';
import { orderRecord } from '../../../shared/orders/order.ts';
import { productRecord } from '../../../shared/products/product.ts';
import { promiseRecord } from '../../../shared/promises/promise.ts';
import { taskRecord } from '../../../shared/tasks/task.ts';
import { ticketRecord } from '../../../shared/tickets/ticket.ts';

type Json = {
  type?: string;
  format?: string;
  enum?: string[];
  items?: Json;
  properties?: Record<string, Json>;
  anyOf?: Json[];
};
const kinds: Record<ConditionKind, { schema: z.ZodType }> = {
  contact: contactRecord,
  company: companyRecord,
  deal: dealRecord,
  task: taskRecord,
  order: orderRecord,
  ticket: ticketRecord,
  product: productRecord,
  promise: promiseRecord,
};
/** What stands in a place of a record, through lists. */
function at(schema: Json | undefined, [name, ...rest]: string[]): Json | undefined {
  const inner = schema?.items ?? schema;
  if (name === undefined) return inner;
  return at(inner?.properties?.[name], rest);
}
const fits = (type: string, { type: is, format, enum: values }: Json, wanted: readonly string[]) => {
  if (type === 'number') return is === 'number' || is === 'integer';
  if (type === 'boolean') return is === 'boolean';
  if (type === 'choice') return JSON.stringify(values) === JSON.stringify(wanted);
  if (type === 'instant') return format === 'date-time';
  return type === 'date' ? format === 'date' : is === 'string';
};

it.each(Object.keys(kinds) as ConditionKind[])(
  'what conditions ask of a %s is what it has, of that type',
  (kind) => {
    const schema = z.toJSONSchema(kinds[kind].schema, { io: 'output', unrepresentable: 'any' }) as Json;
    const wrong = [...fieldsOf(kind)].filter(([path, field]) => {
      if (kind === 'contact' && (besideContacts.includes(path) || path === 'birthday')) return false; // a birthday has a form of its own
      const place = at(schema, path.split('.'));
      return !place || !fits(field.type, place, field.type === 'choice' ? field.values : []);
    });
    expect(wrong.map(([path]) => path)).toEqual([]);
  },
);
