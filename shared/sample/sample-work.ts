import type { Stage } from '../deals/pipeline.ts';
import { dayIn, marked, momentIn, type SampleRecord, type SampleWorld } from './sample.ts';

type Sale = {
  name: string;
  contact: number;
  company: number;
  line: string;
  quantity: number;
  unit: number;
  closesIn: number;
};
const openSales: readonly Sale[] = [
  {
    name: 'Workshop planning',
    contact: 2,
    company: 1,
    line: 'Licence, a year',
    quantity: 12,
    unit: 24_000,
    closesIn: 30,
  },
  {
    name: 'Three new branches',
    contact: 3,
    company: 2,
    line: 'Set-up of a branch',
    quantity: 3,
    unit: 480_000,
    closesIn: 12,
  },
  {
    name: 'Appointments online',
    contact: 6,
    company: 3,
    line: 'Clinic package',
    quantity: 1,
    unit: 690_000,
    closesIn: 5,
  },
  {
    name: 'Fleet tablets',
    contact: 8,
    company: 4,
    line: 'Tablet with holder',
    quantity: 60,
    unit: 42_000,
    closesIn: 21,
  },
  {
    name: 'Portal for customers',
    contact: 9,
    company: 4,
    line: 'Project',
    quantity: 1,
    unit: 1_850_000,
    closesIn: 45,
  },
  {
    name: 'Showroom refit',
    contact: 11,
    company: 5,
    line: 'Concept and drawings',
    quantity: 1,
    unit: 560_000,
    closesIn: 3,
  },
];
const closedSales: readonly (Sale & { kind: 'won' | 'lost' })[] = [
  {
    kind: 'won',
    name: 'First workshop',
    contact: 1,
    company: 1,
    line: 'Licence, a year',
    quantity: 5,
    unit: 24_000,
    closesIn: -6,
  },
  {
    kind: 'lost',
    name: 'Recipe archive',
    contact: 4,
    company: 2,
    line: 'Archive',
    quantity: 1,
    unit: 320_000,
    closesIn: -9,
  },
];

const daysOfSale = 26;

/** Custom fields are a workspace's own: a stage that asks for one is left out. */
const isEasy = ({ requiredFields }: Stage) => requiredFields.every((field) => !field.startsWith('custom.'));

function dealOf(n: number, sale: Sale, world: SampleWorld, stands: object): SampleRecord {
  const { contact, company, line, quantity, unit, closesIn } = sale;
  const key = `deal-${n}`;
  return {
    kind: 'deal',
    key,
    given: {
      ...marked(key, world),
      name: sale.name,
      contactId: world.idOf(`contact-${contact}`),
      companyId: world.idOf(`company-${company}`),
      items: [{ name: line, quantity, unitAmountCents: unit }],
      expectedCloseOn: dayIn(world, closesIn),
      pipelineId: world.pipeline.id,
      ...stands,
    },
  };
}

/** Over the open stages in turn, and one each that was won and lost. */
export function sampleDeals(world: SampleWorld): SampleRecord[] {
  const { stages, lossReasons, winReasons } = world.pipeline;
  const easy = stages.filter(isEasy);
  const open = easy.filter(({ kind }) => kind === 'open');
  const opened = openSales.flatMap((sale, n) => {
    const stage = open[n % open.length];
    return stage ? [dealOf(n + 1, sale, world, { stageId: stage.id })] : [];
  });
  const closed = closedSales.flatMap(({ kind, ...sale }, n) => {
    const stage = easy.find((one) => one.kind === kind);
    const why =
      kind === 'won' ? { wonReason: winReasons[0] } : { lostReason: lossReasons[0] ?? 'Too expensive' };
    const stands = {
      stageId: stage?.id,
      openedOn: dayIn(world, sale.closesIn - daysOfSale),
      closedAt: momentIn(world, sale.closesIn),
      ...why,
    };
    return stage ? [dealOf(openSales.length + n + 1, sale, world, stands)] : [];
  });
  return [...opened, ...closed];
}

type Todo = { title: string; dueIn?: number; contact: number; deal?: number };
const todos: readonly Todo[] = [
  { title: 'Call back about the offer', dueIn: -2, contact: 6, deal: 3 },
  { title: 'Send the new prices', dueIn: -1, contact: 9, deal: 5 },
  { title: 'Prepare the demonstration', dueIn: 0, contact: 3, deal: 2 },
  { title: 'Wish a happy birthday', dueIn: 0, contact: 6 },
  { title: 'Ask how the trial goes', dueIn: 1, contact: 8, deal: 4 },
  { title: 'Find out who decides', dueIn: 2, contact: 4 },
  { title: 'Arrange a visit', dueIn: 4, contact: 2, deal: 1 },
  { title: 'Ask for a reference', dueIn: 7, contact: 1, deal: 7 },
  { title: 'Collect feedback', dueIn: 10, contact: 10 },
  { title: 'Look at their new website', contact: 12 },
];
export const sampleTasks = (world: SampleWorld): SampleRecord[] =>
  todos.map(({ title, dueIn, contact, deal }, n) => ({
    kind: 'task',
    key: `task-${n + 1}`,
    given: {
      ...marked(`task-${n + 1}`, world),
      title,
      dueOn: dueIn === undefined ? undefined : dayIn(world, dueIn),
      contactId: world.idOf(`contact-${contact}`),
      dealId: deal && world.idOf(`deal-${deal}`),
    },
  }));

type Deed = {
  kind: 'call' | 'meeting' | 'note';
  days: number;
  contact: number;
  deal?: number;
  subject: string;
  text: string;
};
const deeds: readonly Deed[] = [
  {
    kind: 'call',
    days: -1,
    contact: 3,
    deal: 2,
    subject: 'Which branches first',
    text: 'Leeds and York in spring, Hull later. Wants to see it before the board meets.',
  },
  {
    kind: 'note',
    days: -2,
    contact: 6,
    deal: 3,
    subject: 'Competition',
    text: 'Has a second offer, cheaper and without the reminders.',
  },
  {
    kind: 'meeting',
    days: -4,
    contact: 8,
    deal: 4,
    subject: 'At the depot',
    text: 'Ten drivers tried it. Holder must fit the older lorries.',
  },
  {
    kind: 'call',
    days: -6,
    contact: 1,
    deal: 7,
    subject: 'Signed',
    text: 'Starts with five places; more when the season begins.',
  },
  {
    kind: 'call',
    days: -9,
    contact: 4,
    deal: 8,
    subject: 'No budget',
    text: 'Not this year. Ask again in autumn.',
  },
  {
    kind: 'note',
    days: -11,
    contact: 11,
    deal: 6,
    subject: 'Showroom',
    text: 'Likes warm light and short walks. Decides alone.',
  },
  {
    kind: 'meeting',
    days: -14,
    contact: 2,
    deal: 1,
    subject: 'First talk',
    text: 'They plan on paper and lose a day a week.',
  },
  {
    kind: 'meeting',
    days: 3,
    contact: 9,
    deal: 5,
    subject: 'Portal: open questions',
    text: 'With their IT.',
  },
];
const sampleDeeds = (world: SampleWorld): SampleRecord[] =>
  deeds.flatMap(({ days, contact, deal, ...said }, n) => {
    const [contactId, dealId] = [world.idOf(`contact-${contact}`), deal && world.idOf(`deal-${deal}`)];
    const { externalId } = marked(`activity-${n + 1}`, world);
    const given = {
      ...said,
      externalId,
      contactId,
      dealIds: dealId ? [dealId] : [],
      at: momentIn(world, days),
    };
    return contactId ? [{ kind: 'activity', key: `activity-${n + 1}`, given }] : [];
  });

const sold = [
  {
    contact: 1,
    company: 1,
    deal: 7,
    status: 'fulfilled',
    days: -5,
    line: 'Licence, a year',
    quantity: 5,
    unit: 24_000,
  },
  {
    contact: 8,
    company: 4,
    status: 'placed',
    days: -40,
    line: 'Tablet with holder',
    quantity: 2,
    unit: 42_000,
  },
] as const;
const sampleOrders = (world: SampleWorld): SampleRecord[] =>
  sold.flatMap((sale, n) => {
    const { contact, company, status, days, line, quantity, unit } = sale;
    const [contactId, companyId] = [world.idOf(`contact-${contact}`), world.idOf(`company-${company}`)];
    const dealId = 'deal' in sale ? world.idOf(`deal-${sale.deal}`) : undefined;
    const given = {
      ...marked(`order-${n + 1}`, world),
      contactId,
      companyId,
      dealId,
      status,
      placedAt: momentIn(world, days),
      items: [{ name: line, quantity, unitAmountCents: unit }],
    };
    return contactId || companyId ? [{ kind: 'order', key: `order-${n + 1}`, given }] : [];
  });

/** What happened, and what was bought: of people whom somebody has deleted meanwhile nothing. */
export const sampleHistory = (world: SampleWorld): SampleRecord[] => [
  ...sampleDeeds(world),
  ...sampleOrders(world),
];
