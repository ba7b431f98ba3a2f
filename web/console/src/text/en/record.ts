export const record = {
  title: 'record',
};
