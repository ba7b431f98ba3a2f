const emails = 3;
const phones = 4;
const addresses = 2;
const numbered = (count: number, names: (number: number) => string[]) =>
  Array.from({ length: count }, (_, place) => names(place + 1)).flat();

/** The columns of every file of vCards. What has no column of its own, or one too few, is in `Other`. */
export const vcardColumns = [
  'Full Name',
  'First Name',
  'Middle Name',
  'Last Name',
  'Prefix',
  'Suffix',
  'Nickname',
  'Organization',
  'Department',
  'Title',
  'Birthday',
  ...numbered(emails, (number) => [`Email ${number}`]),
  ...numbered(phones, (number) => [`Phone ${number}`, `Phone ${number} Type`]),
  ...numbered(addresses, (number) =>
    ['Street', 'City', 'Region', 'Postal Code', 'Country'].map((part) => `Address ${number} ${part}`),
  ),
  'URL',
  'Categories',
  'Note',
  'Other',
];
