import { overAt } from '../core/day.ts';
import type { Deal } from '../deals/deal.ts';
import { hasField } from '../deals/pipeline.ts';
import type { Around, Finding, Found } from './finding.ts';
import { orphan, unowned } from './findings.ts';

const furthestYears = 10;

/** A day that the stage asks for cannot be taken out: somebody has to say another. */
const withoutDay = ({ stageAsks = [] }: Around) =>
  stageAsks.includes('expectedCloseOn') ? {} : { repair: { expectedCloseOn: null } };

function unlikely(deal: Deal, around: Around): Finding[] {
  const { status, amountCents, expectedCloseOn, updatedAt } = deal;
  const years = expectedCloseOn ? Number(expectedCloseOn.slice(0, 4)) - Number(updatedAt.slice(0, 4)) : 0;
  const isFar = status === 'open' && years > furthestYears;
  return [
    ...(status === 'won' && !amountCents ? [{ check: 'unlikely' as const, fields: ['amountCents'] }] : []),
    ...(isFar ? [{ check: 'unlikely' as const, fields: ['expectedCloseOn'], ...withoutDay(around) }] : []),
  ];
}

/** An open deal that was to be closed on a day that is over. */
function overdue({ status, expectedCloseOn }: Deal, around: Around): Found {
  if (status !== 'open' || !expectedCloseOn) return { findings: [] };
  const at = overAt(expectedCloseOn);
  if (at > around.now) return { findings: [], turnsAt: at };
  const fields = ['expectedCloseOn'];
  return { findings: [{ check: 'overdue', fields, ...withoutDay(around) }] };
}

export function dealFindings(deal: Deal, around: Around): Found {
  const late = overdue(deal, around);
  const { stageAsks = [] } = around;
  const lacking = stageAsks.filter((field) => !hasField(deal, field));
  return {
    findings: [
      ...late.findings,
      ...(lacking.length > 0 ? [{ check: 'required' as const, fields: lacking }] : []),
      ...unlikely(deal, around),
      ...orphan(deal),
      ...(deal.status === 'open' ? unowned(deal) : []),
    ],
    turnsAt: late.turnsAt,
  };
}
