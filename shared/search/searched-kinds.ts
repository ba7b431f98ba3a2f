import { type Company, companyRecord } from '../companies/company.ts';
import { companyTexts } from '../companies/company-search.ts';
import { type Contact, contactRecord } from '../contacts/contact.ts';
import { contactTexts } from '../contacts/contact-search.ts';
import type { OwnedKind } from '../core/record.ts';
import { type Deal, dealRecord } from '../deals/deal.ts';
import { dealTexts } from '../deals/deal-search.ts';
import { type Order, orderRecord } from '../orders/order.ts';
import { orderTexts } from '../orders/order-search.ts';
import { type Product, productRecord } from '../products/product.ts';
import { productTexts } from '../products/product-search.ts';
import { type DealPromise, promiseRecord } from '../promises/promise.ts';
import { promiseTexts } from '../promises/promise-search.ts';
import { type Task, taskRecord } from '../tasks/task.ts';
import { taskTexts } from '../tasks/task-search.ts';
import { type Ticket, ticketRecord } from '../tickets/ticket.ts';
import { ticketTexts } from '../tickets/ticket-search.ts';
import type { SearchedKind, TextsOf } from './searchable.ts';

export type SearchedRecords = {
  contact: Contact;
  company: Company;
  deal: Deal;
  task: Task;
  product: Product;
  order: Order;
  ticket: Ticket;
  promise: DealPromise;
};

/**
 * What is searched. A kind of record is added here with the function that says its texts, which its projection gives to
 * `searchEntries` as well.
 */
export const searchedKinds: {
  [K in SearchedKind]: { of: OwnedKind<SearchedRecords[K]>; textsOf: TextsOf<SearchedRecords[K]> };
} = {
  contact: { of: contactRecord, textsOf: contactTexts },
  company: { of: companyRecord, textsOf: companyTexts },
  deal: { of: dealRecord, textsOf: dealTexts },
  task: { of: taskRecord, textsOf: taskTexts },
  product: { of: productRecord, textsOf: productTexts },
  order: { of: orderRecord, textsOf: orderTexts },
  ticket: { of: ticketRecord, textsOf: ticketTexts },
  promise: { of: promiseRecord, textsOf: promiseTexts },
};
