import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './app/app.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { currentLanguage, languages } from './text/languages.ts';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element for the console');
const language = currentLanguage();
const messages = await languages[language].load();
document.documentElement.lang = language;
createRoot(root).render(
  <StrictMode>
    <App language={language} messages={messages} />
  </StrictMode>,
);
