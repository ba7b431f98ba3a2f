/** The orders in which deals are listed. */
export const dealOrders = ['created', 'updated'] as const;
export type DealOrder = (typeof dealOrders)[number];
