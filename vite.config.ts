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

export default defineConfig({
  root: 'client',
  plugins: [react(), addresses],
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2020',
    assetsInlineLimit: 0,
    // Ant Design is one piece for the three desks; the handheld and the sign-in page never load it.
    chunkSizeWarningLimit: 1500,
    rolldownOptions: { input: ['index', ...faces].map((page) => `client/${page}.html`) },
  },
});
