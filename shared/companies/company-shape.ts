import type { RecordShape } from '../records/record-shape.ts';
import { CompanyBody, CompanyPatch, NewCompany } from './company.ts';

export const companyShape = {
  kind: 'company',
  name: 'Company',
  names: 'Companies',
  tag: 'Companies',
  a: 'a company',
  example: {
    id: 'cm_01KAPRM3V5Z8Y7Q2W4X6T9N1BC',
    created: {
      name: 'Analytical Engines',
      domains: ['engines.example'],
      industry: 'Machinery',
      phones: [{ number: '+49 30 901820', label: 'switchboard' }],
      addresses: [{ street: '1 Mill Road', city: 'Berlin', country: 'DE' }],
      tags: ['key account'],
    },
    patch: { employees: 120, industry: null },
  },
  body: CompanyBody,
  created: NewCompany,
  patch: CompanyPatch,
  orders: ['name'],
  related: ['parentId'],
  matchBy: ['externalId', 'domain'],
  matched: { domain: 'domains' },
  errors: ['domain_taken', 'phone_invalid', 'company_cycle'],
} as const satisfies RecordShape;
