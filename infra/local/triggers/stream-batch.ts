import { isDeepStrictEqual } from 'node:util';
import type { Outcome } from '../runtime/environment.ts';

/** A record as the stream gives it and as the function gets it. */
export type StreamRecord = {
  eventID: string;
  eventName: string;
  dynamodb: {
    ApproximateCreationDateTime: number;
    SequenceNumber: string;
    Keys: Record<string, unknown>;
    NewImage?: unknown;
    OldImage?: unknown;
  };
};
/** What the mapping says of failures. Minus one is no bound. */
export type RetryRules = {
  retries: number;
  maxAgeMs: number;
  bisect: boolean;
  partial: boolean;
  /** Milliseconds to wait before the attempt that follows `attempts` failures. */
  pauseMs(attempts: number): number;
};
type Condition = 'RetryAttemptsExhausted' | 'RecordAgeExceeded';
export type GivenUp = { records: StreamRecord[]; attempts: number; condition: Condition };
type Work = { records: StreamRecord[]; attempts: number };

/** An update that changed nothing: DynamoDB emits no record for it, Dynoxide does. */
export const changesNothing = ({ dynamodb: { OldImage, NewImage } }: StreamRecord): boolean =>
  OldImage !== undefined && isDeepStrictEqual(OldImage, NewImage);

const sequenceOf = (record: StreamRecord): string => record.dynamodb.SequenceNumber;

/**
 * The first record that is not done. The lowest sequence number named counts, everything after it is tried again; an identifier that is
 * empty or not of the batch fails it all (Lambda developer guide, "Reporting batch item failures").
 */
function firstFailed(records: StreamRecord[], payload: string): number | undefined {
  const answer = JSON.parse(payload) as { batchItemFailures?: { itemIdentifier?: string }[] } | null;
  const named = (answer?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier);
  if (named.length === 0) return undefined;
  const places = named.map((id) => records.findIndex((record) => sequenceOf(record) === id));
  return Math.max(0, Math.min(...places));
}

const halves = ({ records, attempts }: Work): Work[] => {
  const middle = Math.ceil(records.length / 2);
  return [records.slice(0, middle), records.slice(middle)].map((half) => ({ records: half, attempts }));
};

/** What is left to do after an invocation. Cutting a batch in two is not an attempt more. */
function after(work: Work, outcome: Outcome, rules: RetryRules): Work[] {
  const { records, attempts } = work;
  if (!outcome.ok) {
    if (rules.bisect && records.length > 1) return halves({ records, attempts });
    return [{ records, attempts: attempts + 1 }];
  }
  const failed = rules.partial ? firstFailed(records, outcome.payload) : undefined;
  if (failed === undefined) return [];
  return [{ records: records.slice(failed), attempts: failed === 0 ? attempts + 1 : 1 }];
}

function reasonToGiveUp({ records, attempts }: Work, rules: RetryRules, now: number): Condition | undefined {
  if (rules.retries >= 0 && attempts > rules.retries) return 'RetryAttemptsExhausted';
  const oldest = (records[0]?.dynamodb.ApproximateCreationDateTime ?? 0) * 1000;
  if (rules.maxAgeMs >= 0 && attempts > 0 && now - oldest > rules.maxAgeMs) return 'RecordAgeExceeded';
  return undefined;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

type Doing = {
  invoke(records: StreamRecord[]): Promise<Outcome>;
  giveUp(given: GivenUp): void;
  /** True when the process ends: what is not done stays undone. */
  ended(): boolean;
};

/** Hands a batch on until each record is done or given up, in order. Answers false if it was ended before. */
export async function deliver(records: StreamRecord[], rules: RetryRules, doing: Doing): Promise<boolean> {
  const todo: Work[] = [{ records, attempts: 0 }];
  for (let work = todo.shift(); work; work = todo.shift()) {
    if (doing.ended()) return false;
    const condition = reasonToGiveUp(work, rules, Date.now());
    if (condition) {
      doing.giveUp({ ...work, condition });
      continue;
    }
    if (work.attempts > 0) await pause(rules.pauseMs(work.attempts));
    const outcome = await doing.invoke(work.records);
    if (doing.ended() && !outcome.ok) return false;
    todo.unshift(...after(work, outcome, rules));
  }
  return true;
}
