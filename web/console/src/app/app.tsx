import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { IntlProvider } from 'use-intl';
import type { en } from '../text/en.ts';
import type { Language } from '../text/languages.ts';
import type { makeRouter } from './router.tsx';
import { theme } from './theme.ts';

const colorScheme = localStorageColorSchemeManager({ key: 'rapport.theme' });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}

type Props = {
  language: Language;
  messages: typeof en;
  queryClient: QueryClient;
  router: ReturnType<typeof makeRouter>;
};

/** Everything that the screens stand on. */
export function App({ language, messages, queryClient, router }: Props) {
  return (
    <IntlProvider locale={language} messages={messages}>
      <MantineProvider theme={theme} defaultColorScheme="auto" colorSchemeManager={colorScheme}>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </IntlProvider>
  );
}
