import type { Order } from '../orders/order.ts';
import type { Found } from './finding.ts';
import { orphan } from './findings.ts';

const dayMs = 86_400_000;
/** An order of a day that had not come when the record was last written. */
const isAhead = ({ placedAt, updatedAt }: Order) => Date.parse(placedAt) > Date.parse(updatedAt) + dayMs;

export const orderFindings = (order: Order): Found => ({
  findings: [
    ...(isAhead(order) ? [{ check: 'unlikely' as const, fields: ['placedAt'] }] : []),
    ...orphan(order),
  ],
});
