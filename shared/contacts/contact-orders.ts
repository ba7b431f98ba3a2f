/** The orders in which contacts are listed. */
export const contactOrders = ['created', 'updated', 'name'] as const;
export type ContactOrder = (typeof contactOrders)[number];
