/** The dialog that makes a record. */
export const create = {
  make: 'Create',
  makeAndOpen: 'Create and open',
  made: '“{title}” is there',
  moreFields: 'More fields',
  draft: 'This is what you had begun.',
  restart: 'Start anew',
  exists: 'There is one already',
  openExisting: 'Open {title}',
};
