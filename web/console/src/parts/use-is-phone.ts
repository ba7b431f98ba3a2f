import { useMediaQuery } from '@mantine/hooks';

/** Whether there is only room for one column. Known at the first sight, so that nothing jumps. */
export const useIsPhone = () =>
  useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false }) ?? false;
