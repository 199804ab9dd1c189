import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { type Bench, figure } from './figure.ts';

const built = fileURLToPath(new URL('../../dist/client/', import.meta.url));
const linked = /(?:src|href)="\/(assets\/[^"]+\.js)"/g;
const imported = /(?:from|import)\s*"\.\/([^"]+\.js)"/g;

/** All JavaScript that the handheld's page loads before it can scan: what the page names, and what that imports. */
function needed(page: string): Set<string> {
  const scripts = new Set(
    [...readFileSync(`${built}${page}`, 'utf8').matchAll(linked)].map(([, path = '']) => path),
  );
  for (const path of scripts)
    for (const [, name] of readFileSync(built + path, 'utf8').matchAll(imported))
      scripts.add(`assets/${name}`);
  return scripts;
}

export const handheld: Bench = {
  name: 'handheld_js_kb',
  async measure() {
    const scripts = [...needed('handheld.html')];
    const bytes = scripts.reduce((sum, path) => sum + gzipSync(readFileSync(built + path)).length, 0);
    const note = `${scripts.length} files, gzip`;
    return [
      figure('handheld_js_kb', { ours: bytes / 1024, unit: 'KB', note }, { ours: 'at most', than: 120 }),
    ];
  },
};
