import { RapportError } from '../../../../client/src/index.ts';
import type { AnyRecord } from '../../api/kinds.ts';
import type { Finding } from './finding.ts';
import { isMarked, type Marked } from './marked.ts';

const mostAtOnce = 100;
type Result = { status: number; record?: unknown; error?: { code: string; detail: string } };
type Refused = { record: AnyRecord; error: RapportError };
export type Outcome = {
  mended: string[];
  refused: Refused[];
  /** Why it ended before its end. */
  brokeOff?: unknown;
};
type Page = { items: Finding[]; cursor?: string };
type Pages = (cursor: string | undefined) => Promise<Page>;

/** Findings that are known, as many at a time as one request takes. */
export function* inChunks(findings: readonly Finding[]): Generator<Finding[]> {
  for (let at = 0; at < findings.length; at += mostAtOnce) yield findings.slice(at, at + mostAtOnce);
}

/** Everything that a check found and that is selected, page by page. What is mended in between moves no place of a cursor. */
export async function* walk(page: Pages, marked: Marked): AsyncGenerator<Finding[]> {
  let cursor: string | undefined;
  do {
    const { items, cursor: next } = await page(cursor);
    yield items.filter(({ record }) => isMarked(marked, record.id));
    cursor = next;
  } while (cursor);
}

type Mending = {
  /** Which of those that are selected are meant. */
  isMeant: (finding: Finding) => boolean;
  /** Sends up to a hundred; a result in the place of each. */
  send: (ids: string[]) => Promise<Result[]>;
  signal: AbortSignal;
  /** Told after each request how many are through. */
  told: (through: number) => void;
};

function sort(findings: Finding[], results: Result[], outcome: Outcome): void {
  for (const [at, { record }] of findings.entries()) {
    const { status = 0, error } = results[at] ?? {};
    if (status >= 200 && status < 300) outcome.mended.push(record.id);
    else outcome.refused.push({ record, error: new RapportError('repairFindings', status, error ?? {}) });
  }
}

/** Mends a page after the other. A request that fails ends it; what was done before stays done. */
export async function mend(
  source: Iterable<Finding[]> | AsyncIterable<Finding[]>,
  { isMeant, send, signal, told }: Mending,
): Promise<Outcome> {
  const outcome: Outcome = { mended: [], refused: [] };
  const sent = new Set<string>();
  let through = 0;
  try {
    for await (const findings of source) {
      if (signal.aborted) break;
      const meant = findings.filter((one) => isMeant(one) && !sent.has(one.record.id));
      for (const { record } of meant) sent.add(record.id);
      if (meant.length > 0) sort(meant, await send(meant.map(({ record }) => record.id)), outcome);
      through += findings.length;
      told(through);
    }
  } catch (error) {
    outcome.brokeOff = error;
  }
  return outcome;
}
