export const secret = {
  once: 'It is shown this once and kept nowhere. Copy it to where it is needed now.',
  lost: 'It was made, but its answer was lost on the way, and it cannot be shown again. End it and make another.',
  kept: 'I have kept it',
};
