import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element for the console');
createRoot(root).render(<StrictMode>Rapport</StrictMode>);
