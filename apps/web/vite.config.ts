import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { defaultClientConditions, defaultServerConditions, defineConfig } from 'vite';
import type { Manifest, Plugin } from 'vite';

const here = import.meta.dirname;
const out = resolve(here, '../../dist/web');
const ASSETS = 'virtual:assets';

/** Names of the built script, styles and fonts, for the server to print; read when the server bundle is built. */
function assets(): Plugin {
  return {
    name: 'vigia-assets',
    resolveId: (id) => (id === ASSETS ? `\0${ASSETS}` : undefined),
    load(id) {
      if (id !== `\0${ASSETS}`) return undefined;
      const manifest = JSON.parse(
        readFileSync(resolve(out, 'client/.vite/manifest.json'), 'utf8'),
      ) as Manifest;
      const built = (source: string) =>
        Object.values(manifest).find((chunk) => chunk.src === source || chunk.name === source);
      const entry = built('src/entry-client.tsx');
      const fonts = (entry?.assets ?? []).filter((name) =>
        /(source-serif-4-latin-opsz-normal|ibm-plex-sans-latin-400-normal)/.test(name),
      );
      const list = {
        script: `/${entry?.file}`,
        styles: (entry?.css ?? []).map((name) => `/${name}`),
        plainStyle: `/${built('src/style/without-script.css')?.file}`,
        fonts: fonts.map((name) => `/${name}`),
      };
      return `export const assets = ${JSON.stringify(list)};`;
    },
  };
}

export default defineConfig({
  root: here,
  base: '/',
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [assets()],
  environments: {
    client: {
      resolve: { conditions: ['source', ...defaultClientConditions] },
      build: {
        outDir: resolve(out, 'client'),
        emptyOutDir: true,
        manifest: true,
        assetsInlineLimit: 0,
        rolldownOptions: {
          input: {
            'entry-client': resolve(here, 'src/entry-client.tsx'),
            'without-script': resolve(here, 'src/style/without-script.css'),
            'offline-worker': resolve(here, 'src/offline/offline-worker.ts'),
          },
          // The worker has one address for ever: a browser asks there whether it is still the newest.
          output: {
            entryFileNames: ({ name }) =>
              name === 'offline-worker' ? '[name].js' : 'assets/[name]-[hash].js',
          },
          // Sentences do nothing when they are loaded: a chart that prints numbers does not bring those of all screens along.
          treeshake: { moduleSideEffects: [{ test: /\/libs\/messages\//, sideEffects: false }] },
        },
      },
    },
    ssr: {
      resolve: { conditions: ['source', ...defaultServerConditions], noExternal: true },
      build: {
        outDir: resolve(out, 'server'),
        emptyOutDir: true,
        ssr: true,
        rolldownOptions: {
          input: { entry: resolve(here, 'src/entry-server.tsx') },
          output: { entryFileNames: '[name].js', codeSplitting: false },
        },
      },
    },
  },
  builder: {
    async buildApp(builder) {
      await builder.build(builder.environments['client']!);
      await builder.build(builder.environments['ssr']!);
    },
  },
});
