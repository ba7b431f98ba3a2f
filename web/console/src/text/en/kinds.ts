/** What records and their fields are called. */
export const kinds = {
  one: {
    contact: 'Contact',
    company: 'Company',
    deal: 'Deal',
    task: 'Task',
    order: 'Order',
    product: 'Product',
    ticket: 'Ticket',
    promise: 'Promise',
  },
  many: {
    contact: 'Contacts',
    company: 'Companies',
    deal: 'Deals',
    task: 'Tasks',
    order: 'Orders',
    product: 'Products',
    ticket: 'Tickets',
    promise: 'Promises',
  },
};
