import { Company, companyRecord } from '../../shared/companies/company.ts';
import type { AccessKind } from './access-kind.ts';

export const companyKind: AccessKind = {
  kind: 'company',
  name: 'Company',
  names: 'Companies',
  of: companyRecord as never,
  secrets: (which) => ({ domains: `private-${which}.example`, custom: `PRIVATE-company-${which}` }),
  record: (base, name, { domains, custom }) =>
    Company.parse({ ...base, name, domains: [domains], custom: { secret: custom }, industry: 'Mills' }),
  plain: { domains: [] },
  body: (n) => ({ name: 'Engines', domains: [`new-${n}.example`], custom: { budget: n } }),
  sets: ['domains', 'custom'],
  patch: { industry: null, description: 'Said again' },
  patchSets: ['industry'],
  orders: ['name'],
};
