import { existsSync } from 'node:fs';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

// Packages are read from their sources, so that tests never need a build.
const conditions = ['@guildhall/source'];
const sourceFirst = {
  resolve: { conditions: [...conditions, 'module', 'node', 'development|production'] },
  ssr: { resolve: { conditions: [...conditions, 'module', 'node', 'development|production'] } },
};

const built = ['**/node_modules/**', '**/dist/**', '.guildhall/**'];
const servers = ['**/*.{int,e2e}.test.ts'];
// The browser application has its own configuration (a DOM, React); it joins when it is there.
const webConfig = 'web/vitest.config.ts';

// Files share the modules that their process has loaded, which is most of the time of a small test. These set what
// a process has once, the global providers of OpenTelemetry, and so have a process each.
const aloneUnit = ['packages/{providers,runtime}/src/telemetry.test.ts'];
const aloneInt = ['packages/messaging/src/telemetry.int.test.ts', 'services/notifier/src/trace.int.test.ts'];
const unit = ['{packages,services,sandbox,cli,tools,bench,e2e}/**/*.test.ts'];
const int = ['{packages,services,sandbox,tools,bench}/**/*.int.test.ts'];

const project = (test: NonNullable<TestProjectInlineConfiguration['test']>): TestProjectInlineConfiguration => ({
  ...sourceFirst,
  // An error says what it found, also where only its first lines are read.
  test: { isolate: false, maxWorkers: '100%', chaiConfig: { truncateThreshold: 400 }, ...test },
});
// A busy machine takes its time to load what the first test of a file needs.
const unitTimes = { testTimeout: 15_000 };
const intTimes = { testTimeout: 20_000, hookTimeout: 60_000 };

export default defineConfig({
  ...sourceFirst,
  test: {
    projects: [
      project({ name: 'unit', include: unit, exclude: [...built, ...servers, ...aloneUnit], ...unitTimes }),
      project({ name: 'unit-alone', include: aloneUnit, exclude: built, isolate: true, ...unitTimes }),
      project({ name: 'int', include: int, exclude: [...built, ...aloneInt], ...intTimes }),
      project({ name: 'int-alone', include: aloneInt, exclude: built, isolate: true, ...intTimes }),
      project({
        name: 'e2e',
        include: ['{e2e,sandbox,services}/**/*.e2e.test.ts'],
        exclude: built,
        testTimeout: 60_000,
        hookTimeout: 120_000,
        // The journeys that share a platform take turns.
        maxWorkers: Number(process.env['E2E_PLATFORMS'] ?? 1),
        sequence: { groupOrder: 1 },
      }),
      ...(existsSync(webConfig) ? [webConfig] : []),
    ],
  },
});
