import { hasCsv } from '../../shared/reports/csv/has-csv.ts';
import { csvColumns } from '../../shared/reports/csv/report-csv.ts';
import { allRoutes } from '../openapi/write.ts';
import { table } from './table.ts';

/** The columns of every report as CSV, in their order. */
export const reportColumns = (): string =>
  table(
    ['report', 'columns'],
    allRoutes()
      .filter(hasCsv)
      .map(({ path, response }) => [
        `\`${path}\``,
        csvColumns(response)
          .map((column) => `\`${column}\``)
          .join(' '),
      ]),
  );
