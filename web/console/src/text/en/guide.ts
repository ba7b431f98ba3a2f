export const guide = {
  title: 'guide',
};
