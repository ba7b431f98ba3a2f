export const sort = {
  move: 'Move {name}',
  how: 'Drag, or press the arrow keys up and down',
  moved: '{name} is now {place} of {of}',
};
