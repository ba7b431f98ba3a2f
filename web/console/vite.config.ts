import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { apiPattern } from '../../infra/console/paths.ts';

const api = process.env.RAPPORT_API ?? 'http://127.0.0.1:3000';
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  // Browsers of 2024 on: they know `light-dark()`, which must reach them as it is, since a person may choose a theme.
  build: { target: ['chrome123', 'edge123', 'firefox128', 'safari17.5'], outDir: 'dist', emptyOutDir: true },
  server: { host: '127.0.0.1', proxy: { [`^${apiPattern}(?:\\?.*)?$`]: api } },
});
