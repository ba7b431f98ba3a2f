export const workspace = {
  name: 'Name',
  currency: 'Currency',
  currencyWhy: 'Of deals that name none. Deals that are there keep theirs.',
  country: 'Country',
  countryWhy: 'Of phone numbers that are written without one.',
  timeZone: 'Time zone',
  timeZoneWhy: 'By which a day begins and ends: what is due today, what is overdue.',
  defaultPipelineId: 'Pipeline for new deals',
  defaultPipelineIdWhy: 'Where a deal begins that names no pipeline, as those of forms and mails.',
  undeclaredFields: 'Accept values for fields that nobody has made',
  undeclaredFieldsWhy:
    'Programs and forms may then send values under any name. What is made under Fields is always checked.',
  folding: 'When two addresses are the same',
  foldingWhy:
    'Capitals never matter. {plusTag, select, true {What stands behind a “+” does not matter either.} other {What stands behind a “+” matters.}} {gmailDots, select, true {Dots in Gmail addresses do not.} other {Dots in Gmail addresses do.}} This was chosen when the workspace was made.',
  saved: 'Saved. It holds everywhere within 30 seconds.',
  reportFields: {
    title: 'Splitting reports',
    why: 'Reports can be split by one field of your own of each kind: one to choose from, a yes/no field or a short text. When another is chosen, everything is counted by it anew in the background; until that is done, its figures are still growing.',
    deal: 'Reports of deals by',
    contact: 'Reports of leads by',
    none: 'No field',
  },
};
