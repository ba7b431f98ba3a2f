import { plain } from '../../search/fold.ts';
import { fault, type Row } from './row.ts';

/** How other programs call where a contact stands. */
const words = {
  lead: 'lead, new, subscriber, marketing qualified lead, mql, prospect, interessent, cold, open, contact, visitor, raw, other, 潜在客户, リード, piste',
  qualified:
    'qualified, sales qualified lead, sql, opportunity, qualifiziert, warm, hot, qualifie, calificado, qualificato, qualificado, in progress, working, 商机',
  customer:
    'customer, client, evangelist, promoter, kunde, bestandskunde, cliente, klant, klient, kund, won, active customer, paying, клиент, 客户, 顧客, active',
  former:
    'former, former customer, churned, lost, ex customer, ehemalig, ehemaliger kunde, inactive, ancien client, past client, altkunde, inaktiv, cancelled',
};
const stages = new Map(
  Object.entries(words).flatMap(([stage, list]) => list.split(', ').map((word) => [plain(word), stage])),
);
const fold = (text: string) =>
  plain(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The lifecycle by its name here or in other programs. */
export function lifecycleOf(row: Row): string | undefined {
  const said = row.said.get('lifecycle');
  if (said === undefined) return undefined;
  const spaced = fold(said.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'));
  const joined = [...stages].find(([word]) => word.replaceAll(' ', '') === spaced.replaceAll(' ', ''))?.[1];
  return joined ?? fault(row, 'lifecycle', 'lifecycle_unknown', `${said} is no lifecycle that is known.`);
}
