import type { Deal } from '../deals/deal.ts';
import { hasField } from '../deals/pipeline.ts';
import type { Around, Finding, Found } from './finding.ts';
import { orphan, unowned } from './findings.ts';

const furthestYears = 10;
/** When a day is over everywhere (ISO 8601 UTC). */
function overAt(day: string): string {
  const at = new Date(`${day}T12:00:00.000Z`);
  at.setUTCDate(at.getUTCDate() + 1);
  return at.toISOString();
}

function unlikely({ status, amountCents, expectedCloseOn, updatedAt }: Deal): Finding[] {
  const years = expectedCloseOn ? Number(expectedCloseOn.slice(0, 4)) - Number(updatedAt.slice(0, 4)) : 0;
  const isFar = status === 'open' && years > furthestYears;
  return [
    ...(status === 'won' && !amountCents ? [{ check: 'unlikely' as const, fields: ['amountCents'] }] : []),
    ...(isFar
      ? [{ check: 'unlikely' as const, fields: ['expectedCloseOn'], repair: { expectedCloseOn: null } }]
      : []),
  ];
}

/** An open deal that was to be closed on a day that is over. */
function overdue({ status, expectedCloseOn }: Deal, now: string): Found {
  if (status !== 'open' || !expectedCloseOn) return { findings: [] };
  const at = overAt(expectedCloseOn);
  if (at > now) return { findings: [], turnsAt: at };
  const fields = ['expectedCloseOn'];
  return { findings: [{ check: 'overdue', fields, repair: { expectedCloseOn: null } }] };
}

export function dealFindings(deal: Deal, { now, stageAsks = [] }: Around): Found {
  const late = overdue(deal, now);
  const lacking = stageAsks.filter((field) => !hasField(deal, field));
  return {
    findings: [
      ...late.findings,
      ...(lacking.length > 0 ? [{ check: 'required' as const, fields: lacking }] : []),
      ...unlikely(deal),
      ...orphan(deal),
      ...(deal.status === 'open' ? unowned(deal) : []),
    ],
    turnsAt: late.turnsAt,
  };
}
