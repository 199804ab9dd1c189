import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const faces = ['handheld', 'office', 'portal', 'vendor'] as const;

/** While developing, the faces answer at the addresses where the built server puts them. */
const addresses: Plugin = {
  name: 'addresses-of-the-faces',
  configureServer: (server) => {
    server.middlewares.use((request, _response, next) => {
      const path = request.url?.split('?')[0] ?? '/';
      const face = faces.find(
        (name) => path === `/${name}` || (path.startsWith(`/${name}/`) && !/\.\w+$/.test(path)),
      );
      if (face) request.url = `/${face}.html`;
      else if (/^\/(welcome|forgotten|reset|invitation|confirm|enrol)$/.test(path))
        request.url = '/index.html';
      next();
    });
  },
};

const skeleton = readFileSync(new URL('./client/skeleton.html', import.meta.url), 'utf8').replace(
  /\s+/g,
  ' ',
);

/**
 * Every page shows its outline before a script or a style has arrived. It draws itself, and stands before the links to the
 * styles: a browser draws nothing that comes after them until they are there.
 */
const outline: Plugin = {
  name: 'outline-of-the-page',
  transformIndexHtml: {
    order: 'post',
    handler(html, { path }) {
      const face = path.replace(/^\/|\.html$/g, '');
      const styles = html.match(/\s*<link rel="stylesheet"[^>]*>/g) ?? [];
      return styles
        .reduce((rest, style) => rest.replace(style, ''), html)
        .replace(
          '<div id="root"></div>',
          `<div id="root">${skeleton.replace('face', face)}</div>${styles.join('')}`,
        );
    },
  },
};

const built = fileURLToPath(new URL('./dist/client/', import.meta.url));

/** Beside every text of the built client lie its compressed forms, made once, as small as they get. */
const compressed: Plugin = {
  name: 'compressed-beside-the-files',
  apply: 'build',
  closeBundle() {
    const texts = readdirSync(built, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /\.(html|js|css|svg)$/.test(path),
    );
    for (const path of texts) {
      const bytes = readFileSync(built + path);
      const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
      const forms = { br: brotliCompressSync(bytes, { params }), gz: gzipSync(bytes, { level: 9 }) };
      for (const [ending, form] of Object.entries(forms))
        if (form.length < bytes.length) writeFileSync(`${built}${path}.${ending}`, form);
    }
  },
};

export default defineConfig({
  root: 'client',
  plugins: [react(), addresses, outline, compressed],
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2020',
    assetsInlineLimit: 0,
    // Ant Design is one piece for the three desks; the handheld and the sign-in page never load it.
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      input: ['index', ...faces].map((page) => `client/${page}.html`),
      // Nothing happens by importing a part of the component library, though its packages do not say so: what a page
      // does not use of them stays away.
      treeshake: { moduleSideEffects: (path) => !path.includes('/node_modules/@rc-component/') },
    },
  },
});
