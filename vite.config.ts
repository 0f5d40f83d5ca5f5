import { existsSync } from 'node:fs';
import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig, type Plugin } from 'vite';
import remixConfig from './remix.config.js';

/**
 * Builds the pages, the web process and the worker as one graph: built apart, every entity class would exist twice and
 * the ORM would not know the one for the other. Stands after Remix, whose single input it widens.
 */
function oneServerGraph(): Plugin {
  const processes = { main: './server/main.ts', worker: './server/worker.ts' };
  return {
    name: 'one-server-graph',
    config(_config, { command, isSsrBuild }) {
      if (command !== 'build' || !isSsrBuild) return undefined;
      const present = Object.entries(processes).filter(([, file]) => existsSync(file));
      return {
        build: {
          // Styles and pictures come out of the browser's build; a second copy would only lie beside it.
          ssrEmitAssets: false,
          rollupOptions: {
            input: { index: 'virtual:remix/server-build', ...Object.fromEntries(present) },
            output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
          },
        },
      };
    },
  };
}

export default defineConfig({
  plugins: [remix(remixConfig), tailwindcss(), oneServerGraph()],
  build: { target: 'es2022', assetsInlineLimit: 0, reportCompressedSize: false },
  server: { port: Number(process.env.PORT ?? 3000) },
});
