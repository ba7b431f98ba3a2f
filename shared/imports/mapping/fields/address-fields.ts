/** The parts of a postal address under a name; `street2` is a second line of the street, `houseNumber` stands in it. */
export const addressFields = (name: string): Record<string, string> => ({
  [`${name}.street`]: 'text',
  [`${name}.street2`]: 'text',
  [`${name}.houseNumber`]: 'text',
  [`${name}.city`]: 'text',
  [`${name}.region`]: 'text',
  [`${name}.postalCode`]: 'postalCode',
  [`${name}.country`]: 'country',
});

/** What a record of any kind may have. */
export const commonImportFields = {
  tags: 'tags',
  ownerEmail: 'user',
  externalId: 'id',
  createdAt: 'instant',
};
