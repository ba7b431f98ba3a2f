/** What every form and every question of the settings says. */
export const form = {
  discardTitle: 'Discard what you typed?',
  discardWhy: 'It has not been saved.',
  keep: 'Keep editing',
  discard: 'Discard',
  unsaved: 'Not saved yet',
  check: 'Please check what is marked.',
  theirsTitle: 'Somebody else changed the same',
  theirsWhy:
    'What you typed is still there. Take theirs where you like, then save: what is yours goes over it.',
  take: 'Take this',
  typeTo: 'Type <word></word> to confirm',
  danger: 'Take care',
};
