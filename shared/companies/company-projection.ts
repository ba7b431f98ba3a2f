import { nameOf, type Projection } from '../core/projection.ts';
import { teamBorrowed, teamOf } from '../core/scoped-list.ts';
import { matchEntries } from '../duplicates/match-entries.ts';
import { tellingBorrowed, tellingIn } from '../duplicates/telling.ts';
import { listCounters, listEntries, textKey } from '../records/list-entries.ts';
import { trashable } from '../records/trashable.ts';
import { searchEntries } from '../search/search-entries.ts';
import { Company } from './company.ts';
import { companyTexts } from './company-search.ts';

export const ordersOf = ({ name }: Company) => ({ name: textKey(name) });

export const companyProjection: Projection = trashable({
  definition: 3,
  borrows(record) {
    const company = Company.parse(record);
    return [...teamBorrowed(company), ...tellingBorrowed('company', company)];
  },
  project({ record, borrowed }) {
    const company = Company.parse(record);
    const [team] = teamBorrowed(company);
    const owned = { ...company, teamId: teamOf(team && borrowed.get(nameOf(team))) };
    const lists = {
      orders: ordersOf(company),
      related: [{ kind: 'company', id: company.parentId }],
    } as const;
    return {
      entries: [
        ...listEntries('company', owned, lists),
        ...searchEntries(owned, companyTexts(company)),
        ...matchEntries('company', record, owned, tellingIn('company', company, borrowed)),
      ],
      counters: listCounters('company', owned),
    };
  },
});
