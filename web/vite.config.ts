import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig, type Plugin } from 'vite';
import { workerFiles } from './build/worker.ts';

const compressible = /\.(js|css|html|svg|webmanifest)$/;

/** Puts `.br` and `.gz` beside each text file: the gateway sends what the browser takes, and compresses nothing itself. */
const compressed = (): Plugin => ({
  name: 'compressed',
  apply: 'build',
  async writeBundle({ dir = 'dist' }) {
    const names = await readdir(dir, { recursive: true });
    await Promise.all(names.filter((name) => compressible.test(name)).map((name) => compress(join(dir, name))));
  },
});

async function compress(path: string): Promise<void> {
  const text = await readFile(path);
  await writeFile(`${path}.br`, await promisify(brotliCompress)(text));
  await writeFile(`${path}.gz`, await promisify(gzip)(text, { level: 9 }));
}

export default defineConfig({
  // Our packages are read from their sources.
  resolve: { conditions: ['@guildhall/source', ...defaultClientConditions] },
  plugins: [react(), workerFiles(), compressed()],
  // `npm start` serves the built files through the gateway, under its content security policy: no inline scripts.
  build: {
    target: 'es2023',
    sourcemap: true,
    // The list of what each page needs would be a twentieth of what a phone fetches before it shows anything; pages are
    // fetched when somebody points at the way to them.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, files, { hostType }) => (hostType === 'html' ? files : []),
    },
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { index: 'index.html', worker: 'src/worker/worker.ts' },
      // The service worker must be found at one address, at the top of the pages that it serves.
      output: { entryFileNames: ({ name }) => (name === 'worker' ? 'worker.js' : 'assets/[name]-[hash].js') },
    },
  },
});
