import { type Door, trial } from './access-doors.ts';
import {
  forbiddenField,
  hasPermission,
  may,
  missing,
  ownerClasses,
  type Person,
  unaskable,
  type Verdict,
} from './access-oracle.ts';

/** By product or category it is about the lines of orders. */
function verdictOnLines(person: Person): Verdict {
  if (!hasPermission(person, 'orders:read')) return missing;
  return unaskable(person, 'order').includes('items') ? forbiddenField : 'ok';
}

const told = ['contactId', 'amountCents', 'currency'];
/** Who bought is told to who reads every order, and sees in each whose it is and what it came to. */
function verdictOnBuyers(person: Person): Verdict {
  if (!hasPermission(person, 'contacts:read')) return missing;
  const readsAll = ownerClasses.every((whose) => may(person, 'order', 'read', whose));
  const hidden = unaskable(person, 'order');
  return readsAll && told.every((name) => !hidden.includes(name)) ? 'ok' : forbiddenField;
}
const verdictOnLeads = (person: Person): Verdict => (hasPermission(person, 'contacts:read') ? 'ok' : missing);

const verdictOnDeeds = (person: Person): Verdict =>
  hasPermission(person, 'activities:read') ? 'ok' : missing;

const door = (verdict: (person: Person) => Verdict, query: Record<string, string> = {}): Door =>
  trial({ at: ['own'], aim: () => ({ query }), verdict });

/** Doors to the list of reports, to those of orders, of who placed them, of leads, and of what was done with them. */
export const boughtReportDoors: Record<string, Door> = {
  listReports: door(() => 'ok'),
  getOrderReport: door(verdictOnLines, { splitBy: 'product' }),
  getSeasonReport: door(verdictOnLines),
  getCustomerReport: door(verdictOnBuyers),
  getCohortReport: door(verdictOnBuyers),
  getLeadReport: door(verdictOnLeads),
  getActivityReport: door(verdictOnDeeds, { splitBy: 'owner' }),
  getResponseReport: door(verdictOnDeeds),
  getUseReport: door(() => 'ok'),
  getQualityReport: door(verdictOnLeads),
};
