export const palette = {
  title: 'palette',
};
