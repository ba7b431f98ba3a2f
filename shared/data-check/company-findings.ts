import type { Company } from '../companies/company.ts';
import type { Found } from './finding.ts';
import { isNoName, unowned } from './findings.ts';

/** A company may be called by its domain (`example.com`), and by digits (`1848`). */
const isNoCompany = (name: string) => isNoName(name) && !/^\d+$/.test(name);

export const companyFindings = (company: Company): Found => ({
  findings: [
    ...unowned(company),
    ...(isNoCompany(company.name) ? [{ check: 'unlikely' as const, fields: ['name'] }] : []),
  ],
});
