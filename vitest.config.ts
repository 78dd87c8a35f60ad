import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

// Packages are read from their sources, so that tests never need a build.
const conditions = ['@guildhall/source'];
const sourceFirst = {
  resolve: { conditions: [...conditions, 'module', 'node', 'development|production'] },
  ssr: { resolve: { conditions: [...conditions, 'module', 'node', 'development|production'] } },
};

const built = ['**/node_modules/**', '**/dist/**', '.guildhall/**'];
// The browser application has its own configuration (a DOM, React); it joins when it is there.
const webConfig = 'web/vitest.config.ts';

export default defineConfig({
  ...sourceFirst,
  test: {
    projects: [
      {
        ...sourceFirst,
        test: {
          name: 'unit',
          include: ['{packages,services,sandbox,cli,tools,bench,e2e}/**/*.test.ts'],
          exclude: [...built, '**/*.{int,e2e}.test.ts'],
          testTimeout: 5_000,
        },
      },
      {
        ...sourceFirst,
        test: {
          name: 'int',
          include: ['{packages,services,sandbox,tools,bench}/**/*.int.test.ts'],
          exclude: built,
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...sourceFirst,
        test: {
          name: 'e2e',
          include: ['{e2e,sandbox,services}/**/*.e2e.test.ts'],
          exclude: built,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // One platform is shared by the journeys: they take turns.
          fileParallelism: false,
        },
      },
      ...(existsSync(webConfig) ? [webConfig] : []),
    ],
  },
});
