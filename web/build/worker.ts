import { createHash } from 'node:crypto';
import type { Plugin, Rolldown } from 'vite';

type Bundle = Rolldown.OutputBundle;
type Chunk = Rolldown.OutputChunk;

/** What must open without a connection, by a part of the module's path. */
const offline = [
  /\/src\/main\.tsx$/,
  /\/pages\/(evacuation\/evacuation-page|kiosk\/kiosk-page)\.tsx$/,
  /\/src\/words\//,
  // Parts of every page.
  /\/shell\/preference-parts\.tsx$/,
  /\/shell\/site-select\.tsx$/,
  // Reads codes where the browser does not: badges at a muster point, invitations at a kiosk.
  /\/node_modules\/jsqr\//,
];

const always = ['/icon.svg', '/icon-192.png', '/manifest.webmanifest'];

/** Tells the service worker which files to keep: those that the offline pages need, by the names of this build. */
export const workerFiles = (): Plugin => ({
  name: 'worker-files',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const worker = bundle['worker.js'];
      if (worker?.type !== 'chunk') throw new Error('the service worker was not built');
      const files = [...always, ...filesOf(bundle).map((name) => `/${name}`)];
      const version = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 12);
      worker.code = worker.code.replaceAll('SHELL', JSON.stringify({ version, files }));
    },
  },
});

function filesOf(bundle: Bundle): string[] {
  const chunks = Object.values(bundle).filter((one): one is Chunk => one.type === 'chunk');
  const found = new Set<string>();
  const add = (name: string): void => {
    const chunk = chunks.find(({ fileName }) => fileName === name);
    if (!chunk || found.has(name)) return;
    found.add(name);
    chunk.viteMetadata?.importedCss.forEach((css) => found.add(css));
    chunk.imports.forEach(add);
  };
  for (const { fileName, facadeModuleId, moduleIds } of chunks) {
    const isWanted = offline.some((path) => path.test(facadeModuleId ?? '') || moduleIds.some((id) => path.test(id)));
    if (isWanted) add(fileName);
  }
  return [...found].sort();
}
