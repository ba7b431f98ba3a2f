import type { Item } from '../core/projection.ts';
import type { CheckedKind } from './checks.ts';
import { companyFindings } from './company-findings.ts';
import { contactFindings } from './contact-findings.ts';
import { dealFindings } from './deal-findings.ts';
import type { Around, Finding, Found } from './finding.ts';
import { orderFindings } from './order-findings.ts';
import { taskFindings, ticketFindings } from './work-findings.ts';

type Fields = Record<string, unknown>;
const byKind: { [K in CheckedKind]: (record: never, around: Around) => Found } = {
  contact: contactFindings,
  company: companyFindings,
  deal: dealFindings,
  task: taskFindings,
  order: orderFindings,
  ticket: ticketFindings,
};

/** Required fields of one's own that have no value. */
function required(custom: Fields, { required: keys }: Around): Finding[] {
  const lacking = keys.filter((key) => custom[key] === undefined);
  return lacking.length > 0 ? [{ check: 'required', fields: lacking.map((key) => `custom.${key}`) }] : [];
}

/** Two findings of one check are one. */
function joined(findings: Finding[]): Finding[] {
  const checks = [...new Set(findings.map(({ check }) => check))];
  return checks.map((check) => {
    const own = findings.filter((one) => one.check === check);
    const repairs = own.flatMap(({ repair }) => repair ?? []);
    const whole = repairs.length === own.length && Object.assign({}, ...repairs);
    return { check, fields: own.flatMap(({ fields }) => fields), ...(whole && { repair: whole }) };
  });
}

/**
 * Everything that is wrong with a record as it is stored. Pure. Nobody mends what is left of an erased person; of what was theirs (a
 * deal, an order) work goes on, without what was written in its own fields.
 */
export function findingsOf(kind: CheckedKind, record: Item, around: Around): Found {
  if (record.deletedAt || (kind === 'contact' && record.erasedAt)) return { findings: [] };
  const { findings, turnsAt } = byKind[kind](record as never, around);
  const custom = record.erasedAt ? undefined : ((record.custom ?? {}) as Fields);
  return { findings: joined([...findings, ...(custom ? required(custom, around) : [])]), turnsAt };
}
