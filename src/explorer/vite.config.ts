import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { apiBeside } from './build/api-beside.ts';
import { compressed } from './build/compressed.ts';
import { preloadedFonts } from './build/preloaded-fonts.ts';
import { vocabularyModule } from './build/vocabulary-module.ts';

const below = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Where the server answers while `npm run dev` runs. */
const PORT = 4001;
const api = `http://127.0.0.1:${String(PORT)}`;

/** Builds the page into dist/explorer: one entry for the page, one for GraphiQL, which share their chunks. */
export default defineConfig({
  root: below('.'),
  plugins: [react(), vocabularyModule(below('../../schema/schema.graphql')), apiBeside(PORT), preloadedFonts('/index.html'), compressed()],
  build: {
    outDir: below('../../dist/explorer'),
    emptyOutDir: true,
    // Nothing is inlined: the Content-Security-Policy lets nothing in that has no address here.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 5_000,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { page: below('index.html'), graphiql: below('graphiql.html') },
      // What every page begins with comes in one file, what several show of facts in another: a request takes longer than its bytes.
      output: {
        codeSplitting: {
          groups: [
            { name: 'base', test: /explorer\/(?:parts\/(?:shell|gone)|pages\/home)\.tsx$/, priority: 2 },
            { name: 'facts', test: /explorer\/parts\/(?:fact-row|linked|former|further|chosen|year-fields)\.tsx$/, priority: 1 },
          ],
        },
      },
      // Notes of a compiler that has done its work before.
      onwarn: (warning, tell) => {
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') tell(warning);
      },
    },
  },
  server: {
    proxy: {
      '/graphql': { target: api, bypass: ({ headers }) => (headers.accept?.includes('text/html') === true ? '/graphiql.html' : undefined) },
      '/export': api,
    },
  },
  worker: { format: 'es' },
  // It names its threads as Vite does, which the bundling of packages for development does not understand.
  optimizeDeps: { exclude: ['@graphiql/react/setup-workers/vite'] },
});
