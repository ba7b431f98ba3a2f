export const mailboxes = {
  title: 'Mailboxes',
  add: 'New mailbox',
  make: 'Make the mailbox',
  none: 'No mailbox yet',
  noneWhy:
    'Name the addresses that customers write to: each mail is logged with its contact, and who is new is a lead.',
  address: 'Address',
  addressWhy: 'At the domain whose mail comes in here. It cannot be changed later.',
  name: 'Name',
  saved: 'Mail to {address} is taken in.',
  danger: 'Delete',
  deleteWhy: 'Mail to the address is skipped from then on, with the reason. What was logged stays.',
  deleteTitle: 'Delete the mailbox {address}?',
  deleteMore: 'Mail that comes after is listed as skipped.',
};
