/** What the keyboard does on this screen, for the list of shortcuts; the words are in `today.shortcuts`. */
export const todayShortcuts = [
  { keys: ['j'], name: 'next' },
  { keys: ['k'], name: 'previous' },
  { keys: ['Enter'], name: 'open' },
  { keys: ['d'], name: 'done' },
  { keys: ['s'], name: 'snooze' },
  { keys: ['c'], name: 'call' },
  { keys: ['t'], name: 'add' },
] as const;
