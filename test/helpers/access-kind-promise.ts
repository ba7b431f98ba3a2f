import { DealPromise, promiseRecord } from '../../shared/promises/promise.ts';
import type { AccessKind } from './access-kind.ts';
import { may, type Person, unknownReference } from './access-oracle.ts';

/** Of a deal of one's own, which `access-world.ts` knows by this id. */
const ownDeal = `dl_01K${'D11'.padStart(23, '0')}`;

export const promiseKind: AccessKind = {
  kind: 'promise',
  name: 'Promise',
  names: 'Promises',
  of: promiseRecord as never,
  secrets: (which) => ({ custom: `PRIVATE-promise-${which}` }),
  record: (base, text, { custom }) =>
    DealPromise.parse({ ...base, text, dueOn: '2026-12-01', dealId: ownDeal, custom: { secret: custom } }),
  plain: {},
  body: (n) => ({ text: 'To call', dueOn: '2026-12-01', dealId: ownDeal, custom: { budget: n } }),
  sets: ['custom'],
  patch: { text: 'Said again', status: 'kept' },
  patchSets: ['status'],
  orders: ['due'],
  alsoNeeds: (person: Person) => (may(person, 'deal', 'read', 'own') ? 'ok' : unknownReference),
};
