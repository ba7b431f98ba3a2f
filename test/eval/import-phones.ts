import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse';
import { cleanPhone } from '../../shared/imports/cleaning/clean-phone.ts';
import { type Tally, tallyOf } from './import-tally.ts';

const spellings = [
  'e164',
  'international',
  'national',
  'digits_00_prefix',
  'with_trunk_zero_in_parens',
  'rfc3966',
];

/** Phone numbers of many countries in several spellings that come to the right E.164. */
export async function phoneTally(folder: string): Promise<Tally> {
  const rows = createReadStream(join(folder, 'phones_by_country.csv')).pipe(
    parse({ columns: true, bom: true }),
  );
  const judged = [];
  for await (const row of rows as AsyncIterable<Record<string, string>>)
    for (const spelling of spellings) {
      const written = row[spelling];
      if (!written) continue;
      const got = (await cleanPhone(written, row.country))?.number;
      const told = `${row.country} ${spelling}: ${written} is ${row.e164}, not ${got ?? 'nothing'}`;
      judged.push({ isRight: got === row.e164, told });
    }
  return tallyOf('phones', judged);
}
