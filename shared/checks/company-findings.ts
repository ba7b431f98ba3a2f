import type { Company } from '../companies/company.ts';
import type { Found } from './finding.ts';
import { isNoCompany, unowned } from './findings.ts';

export const companyFindings = (company: Company): Found => ({
  findings: [
    ...unowned(company),
    ...(isNoCompany(company.name) ? [{ check: 'unlikely' as const, fields: ['name'] }] : []),
  ],
});
