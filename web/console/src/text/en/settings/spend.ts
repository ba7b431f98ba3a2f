export const spend = {
  title: 'What was spent',
  source: 'Source',
  none: 'Nothing spent yet',
  noneWhy: 'Say what a source cost in a month, and reports tell what each won deal of it cost.',
  newSource: 'Source',
  newCampaign: 'Campaign, if it is of one',
  add: 'Add a row',
};
