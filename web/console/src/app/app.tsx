import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { IntlProvider } from 'use-intl';
import { makeQueryClient } from '../api/query-client.ts';
import type { en } from '../text/en.ts';
import type { Language } from '../text/languages.ts';
import { makeRouter } from './router.tsx';
import { theme } from './theme.ts';

const queryClient = makeQueryClient();
const router = makeRouter(queryClient);
const colorScheme = localStorageColorSchemeManager({ key: 'rapport.theme' });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}

/** Everything that the screens stand on. */
export function App({ language, messages }: { language: Language; messages: typeof en }) {
  return (
    <IntlProvider locale={language} messages={messages}>
      <MantineProvider theme={theme} defaultColorScheme="auto" colorSchemeManager={colorScheme}>
        <QueryClientProvider client={queryClient}>
          <Notifications position="bottom-center" autoClose={6000} />
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </IntlProvider>
  );
}
