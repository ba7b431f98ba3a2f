import '@mantine/core/styles.layer.css';
import './app/app.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { makeQueryClient } from './api/query-client.ts';
import { App } from './app/app.tsx';
import { makeRouter } from './app/router.tsx';
import { keepOffline } from './offline/keep.ts';
import { currentLanguage, languages } from './text/languages.ts';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element for the console');
const language = currentLanguage();
const queryClient = makeQueryClient();
// What was read before is there before anything is asked; where it cannot be had, the screens say what is wrong.
const [messages] = await Promise.all([languages[language].load(), keepOffline(queryClient)]);
document.documentElement.lang = language;
createRoot(root).render(
  <StrictMode>
    <App language={language} messages={messages} queryClient={queryClient} router={makeRouter(queryClient)} />
  </StrictMode>,
);
