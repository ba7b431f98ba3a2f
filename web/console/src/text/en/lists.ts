export const lists = {
  title: 'lists',
};
