import { all, command, runBin } from './command.ts';
import type { Step } from './step.ts';

const SOURCES = ['packages', 'services', 'sandbox', 'cli', 'web', 'tools', 'bench', 'e2e'];

export const format = command('format', 'oxfmt', '--check');

export const lint = command('lint', 'oxlint', '--type-aware', '--deny-warnings', '--format=stylish');

export const types = command('types', 'tsc', '-b');

/** What a tool says when it could not do its work although it ends with 0. */
const BLIND = /\b0 (dependencies cruised|modules)/;

/** Who may import whom (`.dependency-cruiser.cjs`). */
export const boundaries: Step = {
  name: 'boundaries',
  run: async (place) => {
    const outcome = await runBin(place, 'depcruise', ['--config', '.dependency-cruiser.cjs', ...SOURCES]);
    return { ...outcome, ok: outcome.ok && !BLIND.test(outcome.output ?? '') };
  },
};

/** Files, exports and dependencies that nobody uses. */
export const deadCode: Step = {
  name: 'dead-code',
  run: (place) => all(() => runBin(place, 'knip', ['--no-progress'])),
};
