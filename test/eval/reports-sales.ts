import type { Check } from './sales-check.ts';
import type { Client } from './sales-client.ts';
import { type Opportunity, readSales, type Sales } from './sales-files.ts';
import { type Loaded, load } from './sales-load.ts';
import { compared, expectedOf, sectionOf, type Tree } from './sales-reports.ts';

type Spread = { count: number; mean: number; median: number; least: number; most: number };
type Money = Record<string, number>;
type Gap = { won: number; lost: number };
type Figures = {
  opened: number;
  open: number;
  won: number;
  lost: number;
  winRate?: number;
  wonCents: Money;
  lostCents: Money;
  wonListCents: Money;
  lostListCents: Money;
  medianWonCents: Money;
  wonDays?: Spread;
  lostDays?: Spread;
  closedDays?: Spread;
  without: { companyId: Gap; openedOn: Gap };
};
type Row = Figures & { value: string | null };
type Days = { first: string; last: string };
type Report = {
  whole: Figures;
  months: (Figures & { month: string })[];
  rows?: Row[];
  openedOn: Days;
  closedOn: Days;
};
type Stage = {
  stageId: string;
  count: number;
  cents: Money;
  listCents: Money;
  without: { companyId: number; openedOn: number };
};

const currency = 'USD';
const round = (value: number, digits: number) => Number(value.toFixed(digits));
const money = (cents: Money) => round((cents[currency] ?? 0) / 100, 2);

/** What several values come to together, where they are one to who asks. */
function together(rows: Figures[]) {
  const sum = (of: (row: Figures) => number) => rows.reduce((all, row) => all + of(row), 0);
  const [won, lost, revenue] = [
    sum((row) => row.won),
    sum((row) => row.lost),
    sum((row) => row.wonCents[currency] ?? 0),
  ];
  const days = sum(({ wonDays }) => (wonDays ? wonDays.mean * wonDays.count : 0));
  return {
    opportunities: sum((row) => row.opened),
    ...{ won, lost },
    open: sum((row) => row.open),
    winRate: round(won / (won + lost || 1), 4),
    revenueWon: round(revenue / 100, 2),
    avgWonValue: round(revenue / (won || 1) / 100, 2),
    avgCycleDaysWon: round(days / (won || 1), 2),
  };
}
const closedIn = (month: Figures) => ({
  ...together([month]),
  opportunities: month.won + month.lost,
  open: 0,
});
const spread = (all: Spread | undefined) => ({
  n: all?.count,
  mean: round(all?.mean ?? 0, 4),
  median: all?.median,
  min: all?.least,
  max: all?.most,
});

const named = (ids: Map<string, string>) => new Map([...ids].map(([name, id]) => [id, name]));
const grouped = (rows: Row[] = [], nameOf: (value: string) => string | undefined) => {
  const groups = Map.groupBy(rows, ({ value }) => (value === null ? 'none' : (nameOf(value) ?? value)));
  return Object.fromEntries([...groups].map(([name, some]) => [name, together(some)]));
};

function asker(client: Client, pipelineId: string) {
  const to = new Date().toISOString().slice(0, 7); // what has no day of its own began when it was written here
  return async (splitBy?: string): Promise<Report> => {
    const query = new URLSearchParams({ pipelineId, from: '2016-01', to, ...(splitBy && { splitBy }) });
    return client.get(`/v1/reports/sales?${query}`, `GET /v1/reports/sales ${splitBy ?? ''}`);
  };
}

const closedStage = (figures: Figures, name: 'won' | 'lost') => ({
  count: figures[name],
  closeValueSum: money(figures[`${name}Cents`]),
  listPriceSum: money(figures[`${name}ListCents`]),
  noAccount: figures.without.companyId[name],
  noEngageDate: figures.without.openedOn[name],
});
function byStage(stages: Stage[], whole: Figures) {
  const open = (id: string) => {
    const stage = stages.find(({ stageId }) => stageId === id);
    return {
      count: stage?.count,
      closeValueSum: 0, // an open deal has no closing value
      listPriceSum: money(stage?.listCents ?? {}),
      noAccount: stage?.without.companyId,
      noEngageDate: stage?.without.openedOn,
    };
  };
  return {
    Prospecting: open('prospecting'),
    Engaging: open('engaging'),
    Won: closedStage(whole, 'won'),
    Lost: closedStage(whole, 'lost'),
  };
}
type ByStage = ReturnType<typeof byStage>;
const over = (stages: ByStage, of: 'noAccount' | 'noEngageDate') =>
  Object.values(stages).reduce((all, stage) => all + (stage[of] ?? 0), 0);

function totalsOf({ whole, openedOn, closedOn }: Report, stages: ByStage) {
  const { winRate, revenueWon, avgWonValue, opportunities } = together([whole]);
  return {
    opportunities,
    byStage: Object.fromEntries(Object.entries(stages).map(([name, { count }]) => [name, count])),
    closed: whole.won + whole.lost,
    ...{ winRate, revenueWon, avgWonValue },
    ...{ firstEngage: openedOn.first, lastEngage: openedOn.last },
    ...{ firstClose: closedOn.first, lastClose: closedOn.last },
  };
}
const qualityOf = ({ whole }: Report, stages: ByStage) => ({
  rowsWithoutAccount: over(stages, 'noAccount'),
  rowsWithoutEngageDate: over(stages, 'noEngageDate'),
  rowsWithoutCloseDate: whole.opened - whole.won - whole.lost,
  rowsWithoutCloseValue: whole.opened - whole.won - whole.lost,
  lostWithNonZeroValue: money(whole.lostCents),
});

/** The files' own figures by something that every opportunity has, counted from its rows. */
function counted(all: Opportunity[], of: (one: Opportunity) => string) {
  const dayMs = 86_400_000;
  const groups = Map.groupBy(all, of);
  return Object.fromEntries(
    [...groups].map(([name, some]) => {
      const won = some.filter(({ stage }) => stage === 'won');
      const lost = some.filter(({ stage }) => stage === 'lost').length;
      const cents = won.reduce((sum, { amountCents }) => sum + amountCents, 0);
      const days = won.reduce(
        (sum, { engagedOn = '', closedOn = '' }) =>
          sum + (Date.parse(closedOn) - Date.parse(engagedOn)) / dayMs,
        0,
      );
      const figures = {
        opportunities: some.length,
        won: won.length,
        lost,
        open: some.length - won.length - lost,
        winRate: round(won.length / (won.length + lost || 1), 4),
        revenueWon: round(cents / 100, 2),
        avgWonValue: round(cents / (won.length || 1) / 100, 2),
        avgCycleDaysWon: round(days / (won.length || 1), 2),
      };
      return [name, figures];
    }),
  );
}

async function teamsOf(client: Client): Promise<{ id: string; name: string }[]> {
  return client.pages<{ id: string; name: string }>('/v1/teams', {}, 'GET /v1/teams');
}

/** What a split says against the rows of the files. */
async function splits(client: Client, sales: Sales, loaded: Loaded, ask: ReturnType<typeof asker>) {
  const { opportunities: all, agents, accounts } = sales;
  const managers = new Map(agents.map(({ name, manager }) => [name, manager]));
  const sectors = new Map(accounts.map(({ name, sector }) => [name, sector]));
  const teams = new Map((await teamsOf(client)).map(({ id, name }) => [id, name]));
  const [users, companies] = [named(loaded.users), named(loaded.companies)];
  const managerOf = (id: string) => teams.get(id)?.split(': ')[1]?.split(' ').slice(0, -1).join(' ');
  const bySector = ({ account }: Opportunity) => (account && sectors.get(account)) || 'none';
  return [
    compared(
      'agents',
      counted(all, ({ agent }) => agent),
      grouped((await ask('owner')).rows, (id) => users.get(id)),
    ),
    compared(
      'managers',
      counted(all, ({ agent }) => managers.get(agent) ?? 'none'),
      grouped((await ask('team')).rows, managerOf),
    ),
    compared(
      'sectors',
      counted(all, bySector),
      grouped((await ask('industry')).rows, (name) => name),
    ),
    compared(
      'accounts',
      counted(all, ({ account }) => account || 'none'),
      grouped((await ask('company')).rows, (id) => companies.get(id)),
    ),
  ];
}

/** Of an even or odd number of amounts the one in the middle, from the records. */
function medianOf(all: Opportunity[]): number {
  const cents = all.flatMap(({ stage, amountCents }) => (stage === 'won' ? [amountCents] : []));
  const sorted = cents.toSorted((a, b) => a - b);
  const at = (place: number) => sorted[Math.floor(place)] ?? 0;
  return (at((sorted.length - 1) / 2) + at(sorted.length / 2)) / 2;
}

export type Outcome = {
  checks: Check[];
  differing: string[];
  leftOut: { figures: string; why: string }[];
  medians?: { shown: number; exact: number };
};

/** Loads a seller's files by the API and holds every figure of the reports to `expected-reports.json` and to the rows. */
export async function salesReports(
  client: Client,
  folder: string,
  settled: () => Promise<void>,
): Promise<Outcome> {
  const sales = readSales(folder, Number.POSITIVE_INFINITY);
  const loaded = await load(client, sales);
  await settled();
  const ask = asker(client, loaded.pipelineId);
  const whole = await ask();
  const { stages } = await client.get<{ stages: Stage[] }>(
    `/v1/reports/forecast?pipelineId=${loaded.pipelineId}`,
    'GET /v1/reports/forecast',
  );
  const regions = new Map((await teamsOf(client)).map(({ id, name }) => [id, name.split(':')[0] ?? '']));
  const products = named(loaded.products);
  const ofStages = byStage(stages, whole.whole);
  const { wonDays, lostDays, closedDays } = whole.whole;
  const found: Tree = {
    totals: totalsOf(whole, ofStages),
    pipelineByStage: ofStages,
    cycleDays: { won: spread(wonDays), lost: spread(lostDays), closed: spread(closedDays) },
    byProduct: grouped((await ask('product')).rows, (id) => products.get(id)),
    byCloseMonth: Object.fromEntries(
      whole.months.filter(({ won, lost }) => won + lost > 0).map((one) => [one.month, closedIn(one)]),
    ),
    byRegion: grouped((await ask('team')).rows, (id) => regions.get(id)),
    dataQuality: qualityOf(whole, ofStages),
  };
  const expected = expectedOf(folder) ?? {};
  const { medianWonValue: _, ...totals } = sectionOf(expected, 'totals');
  const quality = sectionOf(expected, 'dataQuality');
  const held = Object.keys(qualityOf(whole, ofStages));
  const wanted: Tree = {
    ...expected,
    totals,
    dataQuality: Object.fromEntries(held.map((name) => [name, quality[name]])),
  };
  const sections = Object.keys(found).map((name) =>
    compared(name, sectionOf(wanted, name), sectionOf(found, name)),
  );
  const all = [...sections, ...(await splits(client, sales, loaded, ask))];
  const shown = (whole.whole.medianWonCents[currency] ?? 0) / 100;
  const exact = medianOf(sales.opportunities) / 100;
  const isNear = Math.abs(shown - exact) <= exact / 100;
  const others = Object.keys(quality).filter((name) => !held.includes(name));
  return {
    checks: [
      ...all.map(({ differing: __, ...check }) => check),
      { name: 'median won value within 1 %', right: Number(isNear), of: 1 },
      {
        name: 'median won value by recount',
        right: Number(sectionOf(expected, 'totals').medianWonValue === exact),
        of: 1,
      },
    ],
    differing: all.flatMap(({ differing }) => differing),
    leftOut: [{ figures: others.join(', '), why: 'What a dry run of an import says (npm run eval:sales).' }],
    medians: { shown, exact },
  };
}
