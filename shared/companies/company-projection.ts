import { nameOf, type Projection } from '../core/projection.ts';
import { teamBorrowed, teamOf } from '../core/scoped-list.ts';
import { listCounters, listEntries, textKey } from '../records/list-entries.ts';
import { trashable } from '../records/trashable.ts';
import { searchEntries } from '../search/search-entries.ts';
import { Company } from './company.ts';
import { companyTexts } from './company-search.ts';

export const ordersOf = ({ name }: Company) => ({ name: textKey(name) });

export const companyProjection: Projection = trashable({
  definition: 1,
  borrows: (record) => teamBorrowed(Company.parse(record)),
  project({ record, borrowed }) {
    const company = Company.parse(record);
    const [team] = teamBorrowed(company);
    const owned = { ...company, teamId: teamOf(team && borrowed.get(nameOf(team))) };
    const lists = {
      orders: ordersOf(company),
      related: [{ kind: 'company', id: company.parentId }],
    } as const;
    return {
      entries: [...listEntries('company', owned, lists), ...searchEntries(owned, companyTexts(company))],
      counters: listCounters('company', owned),
    };
  },
});
