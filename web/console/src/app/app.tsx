import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { IntlProvider, type Messages } from 'use-intl';
import type { en } from '../text/en.ts';
import { currentLanguage, type Language, languages, localeOf, onLanguage } from '../text/languages.ts';
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

type Spoken = Pick<Props, 'language' | 'messages'>;
/** The language with its catalogue, and another one as soon as it is chosen and there. */
function useSpoken(first: Spoken): Spoken {
  const [spoken, setSpoken] = useState(first);
  useEffect(
    () =>
      onLanguage(async () => {
        const language = currentLanguage();
        const messages = await languages[language].load();
        document.documentElement.lang = language;
        setSpoken({ language, messages });
      }),
    [],
  );
  return spoken;
}

/** Everything that the screens stand on. */
export function App({ queryClient, router, ...first }: Props) {
  const { language, messages } = useSpoken(first);
  return (
    <IntlProvider locale={localeOf(language)} messages={messages as Messages}>
      <MantineProvider theme={theme} defaultColorScheme="auto" colorSchemeManager={colorScheme}>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </IntlProvider>
  );
}
