export const palette = {
  open: 'Open the palette: records and actions',
  search: 'Search records and actions',
  placeholder: 'A name, an address, a number, or what you want to do…',
  records: 'Records',
  actions: 'Actions',
  goTo: 'Go to {place}',
  make: 'New {kind}',
  nothing: 'Nothing is called so. Try fewer letters, or another word.',
  shortcuts: 'Keyboard shortcuts',
  key: 'Key',
  does: 'What it does',
};
