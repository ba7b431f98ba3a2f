import { useMediaQuery } from '@mantine/hooks';

/** Whether the page is as narrow as a phone; known at the first sight, so that nothing jumps. */
export const useIsPhone = () => useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
