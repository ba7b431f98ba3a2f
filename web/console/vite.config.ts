import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { apiPattern } from '../../infra/console/paths.ts';

const api = process.env.RAPPORT_API ?? 'http://127.0.0.1:3000';
/** The console as an app on a phone (w3.org/TR/appmanifest): it starts without a network and shows what was read. */
const installable = VitePWA({
  registerType: 'prompt',
  injectRegister: null, // the page registers it by a module, since its policy allows no script in the page
  manifest: {
    id: '/',
    name: 'Rapport',
    short_name: 'Rapport',
    description: 'Calls, e-mails, web forms and deals in one place.',
    start_url: '/today',
    display: 'standalone',
    background_color: '#ffffff',
    theme_color: '#3b5bdb',
    icons: [
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  },
  workbox: {
    globPatterns: ['**/*.{js,css,html,svg,png}'],
    navigateFallback: '/index.html',
    navigateFallbackDenylist: [new RegExp(`^${apiPattern}(?:\\?.*)?$`), /^\/signed-in/],
    cleanupOutdatedCaches: true,
  },
});

/** What every screen stands on, and the icons, in a few files: each small one is a request. */
const few = [
  {
    name: 'base',
    test: /node_modules\/(react|react-dom|scheduler|@tanstack\/(react-router|router-core|history))\//,
  },
  { name: 'icons', test: /node_modules\/@tabler\// },
  {
    name: 'plain',
    test: /@mantine\/(core\/esm\/(core|utils|components\/(Alert|Anchor|Avatar|Box|Button|Center|CloseButton|Group|Kbd|Loader|Skeleton|Stack|Text|ThemeIcon|Title|Transition|UnstyledButton))|hooks)\//,
  },
];

/** Needed at the first sight though loaded by name: asked for with the page, and not only when the code that names them runs. */
const wanted = ['en', 'today-screen'];

/** Puts the page's first sight before everything that is loaded: styles hold up only what stands behind them, and the scripts. */
const firstSight: Plugin = {
  name: 'first-sight',
  apply: 'build',
  enforce: 'post',
  transformIndexHtml(html, { bundle = {} }) {
    const files = Object.values(bundle).filter((file) => file.type === 'chunk' && wanted.includes(file.name));
    const links = files.map(({ fileName }) => `<link rel="modulepreload" crossorigin href="/${fileName}">`);
    const styles = html.match(/<link rel="stylesheet"[^>]*>/g) ?? [];
    return styles
      .reduce((page, style) => page.replace(style, ''), html)
      .replace('</head>', `${links.join('\n')}</head>`)
      .replace('</body>', `${styles.join('\n')}</body>`);
  },
};

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), firstSight, installable],
  build: {
    // Browsers of 2024 on: they know `light-dark()`, which must reach them as it is, since a person may choose a theme.
    target: ['chrome123', 'edge123', 'firefox128', 'safari17.5'],
    outDir: 'dist',
    emptyOutDir: true,
    rolldownOptions: {
      experimental: { lazyBarrel: true }, // the icons are seven thousand modules, of which we use a hundred
      output: { codeSplitting: { groups: few } },
    },
  },
  server: { host: '127.0.0.1', proxy: { [`^${apiPattern}(?:\\?.*)?$`]: api } },
});
