/** What keys do on the page of a record; their names are in the catalogue under `record.shortcuts`. */
export const recordShortcuts = [
  { key: 'e', name: 'edit' },
  { key: 'n', name: 'note' },
  { key: 'c', name: 'call' },
  { key: 't', name: 'task' },
  { key: 'j', name: 'next' },
  { key: 'k', name: 'previous' },
] as const;
