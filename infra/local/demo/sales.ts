import { faker } from '@faker-js/faker/locale/de';
import type { Kept } from '../../../shared/core/record.ts';
import { cameFrom } from '../../../shared/deals/came-from.ts';
import { createDeal, type Deal } from '../../../shared/deals/deal.ts';
import { moveDeal } from '../../../shared/deals/move-deal.ts';
import type { Pipeline } from '../../../shared/deals/pipeline.ts';
import {
  asForm,
  asUser,
  chance,
  dateOf,
  daysBefore,
  idFor,
  later,
  oneOf,
  someDays,
  workingMoment,
} from './dice.ts';
import { manager, type Person } from './people.ts';
import { type Step, step } from './write.ts';

/** What becomes of a deal: where it stands now, and whether nobody has cared for it for too long. */
export type Fate = { stageId: string; quiet?: boolean };
export type Sale = {
  deal: Deal;
  owner: string;
  person: Person;
  quiet: boolean;
  /** When it began, and when the last thing happened with it. */
  createdAt: string;
  lastAt: string;
  steps: Step[];
};

const offers = [
  { what: 'Pallet racking', from: 8000, to: 90_000 },
  { what: 'Mezzanine floor', from: 25_000, to: 120_000 },
  { what: 'Cantilever racks', from: 6000, to: 45_000 },
  { what: 'Shelving for the archive', from: 1800, to: 12_000 },
  { what: 'Annual inspection', from: 900, to: 4500 },
  { what: 'Conveyor and packing tables', from: 9000, to: 60_000 },
] as const;
const losses = [
  'Bought from a competitor who delivers sooner',
  'No budget before next year',
  'Project was stopped',
  'Price',
  'No answer for weeks',
];
const path = ['new', 'contacted', 'proposal', 'won'];
/** After these days without an activity the default pipeline's stages are idle. */
const idleDays: Record<string, number> = { new: 3, contacted: 7, proposal: 10 };

/** Days ago at which the deal entered each stage of its way, oldest first, and at which it was last touched. */
function course({ stageId, quiet }: Fate): { entered: [string, number][]; last: number } {
  const way =
    stageId === 'lost'
      ? [...path.slice(0, faker.number.int({ min: 1, max: 3 })), 'lost']
      : path.slice(0, path.indexOf(stageId) + 1);
  const idle = idleDays[stageId];
  const last =
    idle === undefined ? someDays(1, 85) : quiet ? idle + someDays(1.2, 9) : someDays(0.05, idle * 0.7);
  let ago = idle === undefined ? last : last + (stageId === 'new' && !quiet ? 0 : someDays(0, 6));
  const entered: [string, number][] = [];
  for (const stage of way.toReversed()) {
    entered.unshift([stage, ago]);
    ago += someDays(1.2, 14);
  }
  return { entered, last };
}

/** The person of a deal came just before it began. */
export function plan(fate: Fate) {
  const { entered, last } = course(fate);
  const [, began] = entered[0] ?? ['', last];
  return { entered, last, began };
}

function begin(anchor: string, n: number, at: string, person: Person, pipeline: Pipeline) {
  const { contact, company } = person;
  const owner = contact.ownerId ?? manager;
  const offer = oneOf(offers);
  const fromForm = contact.source?.kind === 'form';
  const by = fromForm ? asForm(contact.source?.id ?? '', at) : asUser(owner, at);
  const made = createDeal(
    {
      name: `${offer.what} for ${company.name}`,
      contactId: contact.id,
      ownerId: owner,
      ...cameFrom(contact),
      amountCents: faker.number.int({ min: offer.from, max: offer.to, multipleOf: 50 }) * 100,
      ...(chance(0.6) && {
        expectedCloseOn: dateOf(daysBefore(anchor, -faker.number.int({ min: 3, max: 75 }))),
      }),
    },
    { pipeline, currency: 'EUR' },
    by,
    { id: idFor('deal', at, `deal ${n}`), source: contact.source ?? { kind: 'demo' } },
  );
  return { made, by, owner };
}

/** The n-th deal with its whole history, made by the functions that make it every day. */
export function makeSale(
  anchor: string,
  n: number,
  { fate, person, pipeline }: { fate: Fate; person: Person; pipeline: Pipeline },
  { entered, last }: ReturnType<typeof plan>,
): Sale {
  const [, ...moves] = entered;
  const createdAt = person.createdAt;
  const { made, by, owner } = begin(anchor, n, createdAt, person, pipeline);
  const steps: Step[] = [step(made, by)];
  let deal = made.after;
  for (const [stageId, ago] of moves) {
    const at = later(workingMoment(anchor, ago), deal.stageEnteredAt);
    const seller = asUser(owner, at);
    const reason = stageId === 'lost' ? { lostReason: oneOf(losses) } : {};
    const change = moveDeal(deal, { stageId, ...reason }, pipeline, seller) as Kept<Deal>;
    steps.push(step(change, seller));
    deal = change.after;
    if (stageId === 'contacted') person.becomes('qualified', at);
    if (stageId === 'won') person.becomes('customer', at);
  }
  const lastAt = later(workingMoment(anchor, last), deal.stageEnteredAt);
  return { deal, owner, person, quiet: fate.quiet ?? false, createdAt, lastAt, steps };
}
