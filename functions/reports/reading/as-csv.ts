import type { Actor } from '../../../shared/core/actor.ts';
import type { Route } from '../../../shared/core/route.ts';
import { Answer, assertSendable, type Operation } from '../../../shared/platform/api.ts';
import { shownBody } from '../../../shared/platform/request.ts';
import { wantsCsv } from '../../../shared/platform/wants-csv.ts';
import { hasCsv } from '../../../shared/reports/csv/has-csv.ts';
import { reportCsv } from '../../../shared/reports/csv/report-csv.ts';
import { reportRows } from '../../../shared/reports/csv/report-rows.ts';
import { labelsOf } from './labels.ts';

/** `sales-2026-01-2026-11.csv`; of what is of the present `forecast.csv`. */
function fileName({ path }: Route, { from, to }: { from?: string; to?: string }): string {
  const name = path.split('/').at(-1);
  return `${[name, from, to].filter(Boolean).join('-')}.csv`;
}

/** The very figures that the JSON has, as a file; who and what the rows are of stands beside their ids by name, for who may see it. */
async function asCsv(route: Route, actor: Actor, value: unknown): Promise<Answer> {
  const shown = JSON.parse(shownBody(route, actor, value));
  const rows = reportRows(route.response, shown);
  const csv = await reportCsv(route.response, rows, await labelsOf(actor, rows));
  return new Answer({
    statusCode: 200,
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${fileName(route, shown)}"`,
    },
    body: assertSendable(route, csv),
  });
}

/** A report answers as CSV too; what is none is left as it is. */
export function alsoAsCsv(one: Operation): Operation {
  const { route, run } = one;
  if (!hasCsv(route)) return one;
  return {
    route,
    run: async (input) => {
      const value = await run(input);
      return wantsCsv(input.event.headers.accept) ? asCsv(route, input.actor, value) : value;
    },
  };
}
