import type { Deal, DealPatch, Pipeline } from '../../../../client/src/index.ts';
import { isOffline, isStale } from '../../api/client.ts';
import { pathOf } from '../../api/records.ts';
import { act } from '../../api/write.ts';
import { isNothing, type Needs, needsIn, needsOf } from './move-needs.ts';

/** What a person says in the dialog of a move. */
export type Said = { fields?: DealPatch; lostReason?: string; wonReason?: string };
/** What they are asked, and why what they said before was refused. */
export type Question = { needs: Needs; deal: Deal; refused?: unknown };
export type Asking = {
  /** Undefined where the person would rather not move it. What they type stays until the move is made or given up. */
  ask: (question: Question) => Promise<Said | undefined>;
  /** The deal as it is now. */
  read: () => Promise<Deal>;
  hidden: readonly string[];
};
type Stage = Pipeline['stages'][number];

/** Somebody else moved it before: it is not where the person saw it. */
export class MovedMeanwhile extends Error {
  readonly deal: Deal;
  constructor(deal: Deal) {
    super(`Deal ${deal.id} is in ${deal.stageId} by now`);
    this.deal = deal;
  }
}

/** There is no network: what the person said is kept, to be sent when there is one. */
export class Unsent extends Error {
  readonly said: Said;
  constructor(said: Said) {
    super('There is no network');
    this.said = said;
  }
}

const post = (deal: Deal, what: 'move' | 'reopen', body: unknown) =>
  act<Deal>({ method: 'POST', path: `${pathOf('deal', deal.id)}/${what}`, body, ifMatch: deal });

/** The writes of a move, in turn: fields that the stage asks for, the way back from a closed stage, the move. */
async function write(deal: Deal, stage: Stage, { fields, ...reasons }: Said): Promise<Deal> {
  const isFilled = fields && Object.keys(fields).length > 0;
  const filled = isFilled
    ? await act<Deal>({ method: 'PATCH', path: pathOf('deal', deal.id), body: fields, ifMatch: deal })
    : deal;
  const isOpening = filled.status !== 'open';
  if (isOpening && stage.kind === 'open') return post(filled, 'reopen', { stageId: stage.id });
  const open = isOpening ? await post(filled, 'reopen', {}) : filled;
  return post(open, 'move', { stageId: stage.id, ...reasons });
}

const isWhereItWas = (now: Deal, was: Pick<Deal, 'stageId' | 'pipelineId'>) =>
  now.stageId === was.stageId && now.pipelineId === was.pipelineId;

/** What to ask after a failure: what is missing, or the same again with what went wrong. Throws what no answer can mend. */
function questionAfter(
  failure: unknown,
  { stage, pipeline }: Target,
  asked: Needs | undefined,
): Omit<Question, 'deal'> | undefined {
  const missing = needsIn(failure, stage, pipeline);
  if (missing)
    return { needs: { ...missing, fields: [...new Set([...(asked?.fields ?? []), ...missing.fields])] } };
  if (isStale(failure)) return undefined;
  if (!asked) throw failure;
  return { needs: asked, refused: failure };
}

type Target = { stage: Stage; pipeline: Pipeline };
type Was = Pick<Deal, 'stageId' | 'pipelineId'>;
type Done = { before: Deal; after: Deal };

/** One try: what was made of it, or what to ask before the next. Undefined where the person gave it up. */
async function attempt(
  deal: Deal,
  to: Target,
  { said, question, asked = question?.needs }: State,
  { ask }: Asking,
): Promise<Done | State | undefined> {
  const answer = question ? await ask({ ...question, deal }) : {};
  if (!answer) return undefined;
  const all = { ...said, ...answer };
  try {
    return { before: deal, after: await write(deal, to.stage, all) };
  } catch (failure) {
    if (isOffline(failure)) throw new Unsent(all);
    const next = questionAfter(failure, to, asked);
    return { said: all, ...(asked && { asked }), ...(next && { question: next }) };
  }
}

/** What was said so far, what was asked last, and what is to be asked before the next try. */
type State = { said: Said; asked?: Needs; question?: Omit<Question, 'deal'> };
/**
 * Moves a deal that stands where the person saw it, asking for what the stage needs. One that changed otherwise meanwhile is moved as it is now; one that was
 * moved is not (`MovedMeanwhile`). Undefined where the person gave it up. Throws `Unsent` where there is no network to make it by.
 */
export async function moveDeal(was: Was, to: Target, first: Said | undefined, asking: Asking) {
  let deal = await asking.read();
  const needs = first ? { fields: [] } : needsOf(deal, to.stage, to.pipeline, asking.hidden);
  let state: State = { said: first ?? {}, ...(!isNothing(needs) && { question: { needs } }) };
  for (;;) {
    if (!isWhereItWas(deal, was)) throw new MovedMeanwhile(deal);
    const outcome = await attempt(deal, to, state, asking);
    if (!outcome || 'after' in outcome) return outcome;
    state = outcome;
    deal = await asking.read();
  }
}
