import * as z from 'zod';
import { DealCard } from './deal-card.ts';
import { type Pipeline, Stage } from './pipeline.ts';

const Sums = z.record(z.string(), z.int()).describe('Cents by ISO 4217 currency.');
export const BoardStage = Stage.pick({
  id: true,
  name: true,
  kind: true,
  probability: true,
  idleDays: true,
}).extend({
  /** The pipeline has it no more, and yet deals stand in it: they got in while it was being removed. */
  removed: z.literal(true).optional(),
  count: z.int(),
  sumCents: Sums.optional().describe('Cents by ISO 4217 currency; absent for whom amounts are hidden.'),
  weightedCents: Sums.optional().describe('The sums times the stage’s probability.'),
  cards: z.array(DealCard).describe('The first 20, newest in the stage first.'),
  more: z
    .string()
    .optional()
    .describe('Where the rest of the stage is listed; absent where the cards are all.'),
});
export type BoardStage = z.infer<typeof BoardStage>;
export const Board = z.object({
  pipelineId: z.string(),
  name: z.string(),
  stages: z.array(BoardStage).describe('In the pipeline’s order.'),
});

export type BoardFigures = Record<string, number>;

/** A stage's count and sums out of the board's counters, whose measures are `<stage>.count` and `<stage>.<currency>`. */
function figuresOf(stageId: string, probability: number, figures: BoardFigures) {
  const own = Object.entries(figures)
    .filter(([measure]) => measure.startsWith(`${stageId}.`))
    .map(
      ([measure, amount]) =>
        [measure.slice(stageId.length + 1), Math.min(amount, Number.MAX_SAFE_INTEGER)] as const,
    );
  const sums = own.filter(([name]) => name !== 'count');
  const weighted = sums.map(([currency, amount]) => [currency, Math.round(amount * probability)] as const);
  return {
    count: figures[`${stageId}.count`] ?? 0,
    sumCents: Object.fromEntries(sums),
    weightedCents: Object.fromEntries(weighted),
  };
}

type ShownStage = Pick<BoardStage, 'id' | 'name' | 'kind' | 'probability' | 'idleDays' | 'removed'>;
/** The pipeline's stages, and behind them those that it has no more and that still hold deals, so that none is hidden. */
export function stagesShown({ stages }: Pipeline, figures: BoardFigures): ShownStage[] {
  const known = new Set(stages.map(({ id }) => id));
  const strays = Object.entries(figures)
    .filter(([measure, amount]) => measure.endsWith('.count') && amount > 0)
    .map(([measure]) => measure.slice(0, -'.count'.length))
    .filter((id) => !known.has(id));
  return [
    ...stages.map(({ requiredFields: _, ...stage }) => stage),
    ...strays.map((id) => ({ id, name: id, kind: 'open' as const, probability: 0, removed: true as const })),
  ];
}

export type Column = { stage: ShownStage; cards: DealCard[]; cursor: string | undefined };

/** A deal that moved between the reads of two stages is shown once, in the stage that it entered last. */
function withoutDoubles(columns: Column[]): Column[] {
  const latest = new Map<string, string>();
  for (const { id, stageEnteredAt } of columns.flatMap(({ cards }) => cards)) {
    if (stageEnteredAt > (latest.get(id) ?? '')) latest.set(id, stageEnteredAt);
  }
  return columns.map((column) => ({
    ...column,
    cards: column.cards.filter(({ id, stageEnteredAt }) => latest.get(id) === stageEnteredAt),
  }));
}

type Where = { pipelineId: string; stageId: string; ownerId?: string };
const linkOf = (where: Where, cursor: string) => `/v1/deals?${new URLSearchParams({ ...where, cursor })}`;

/** `ownerId`: whose alone it is, as it was asked for. */
export const boardOf = (
  { id, name }: Pipeline,
  columns: Column[],
  figures: BoardFigures,
  ownerId?: string,
) => ({
  pipelineId: id,
  name,
  stages: withoutDoubles(columns).map(
    ({ stage, cards, cursor }): BoardStage => ({
      ...stage,
      ...figuresOf(stage.id, stage.probability, figures),
      cards,
      more: cursor && linkOf({ pipelineId: id, stageId: stage.id, ...(ownerId && { ownerId }) }, cursor),
    }),
  ),
});
