import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import mantine from 'postcss-preset-mantine';
import { defineConfig } from 'vite';

const api = process.env.RAPPORT_API ?? 'http://127.0.0.1:3000';
/** What the API answers below the console's own address. */
const paths = ['/v1', '/docs', '/openapi.json', '/forms', '/_local'];

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  css: { postcss: { plugins: [mantine()] } },
  build: { target: 'es2022', outDir: 'dist', emptyOutDir: true },
  server: { host: '127.0.0.1', proxy: Object.fromEntries(paths.map((path) => [path, api])) },
});
