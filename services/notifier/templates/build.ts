import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { layoutAt } from './build/mail.ts';
import { type Template, templateAt } from './build/template.ts';

// Compiles the templates, so that the service needs no MJML at run time, and refuses those that do not go together:
//   node services/notifier/templates/build.ts [--check [folder]]
// `--check` changes nothing and fails when the committed output is not what the sources give; with a folder it only looks
// whether the templates there go together.

const HERE = import.meta.dirname;
const OUTPUT = join(HERE, '../src/adapters/templates/gen/templates.ts');
const OURS = ['build', 'layouts'];

async function build(from: string): Promise<string> {
  const layouts = join(from, 'layouts');
  const layout = await layoutAt(layouts);
  const keys = readdirSync(from, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const templates: Record<string, Template> = {};
  for (const { name } of keys.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (!OURS.includes(name)) templates[name] = await templateAt(join(from, name), layouts, layout);
  }
  return [
    '// Generated from services/notifier/templates by build.ts: do not edit.',
    "import type { Sources } from '../source.ts';",
    '',
    `export const mailFrame = ${JSON.stringify(layout.frame)};`,
    '',
    `export const templates = ${JSON.stringify(templates, undefined, 2)} satisfies Sources;`,
    '',
  ].join('\n');
}

const [mode, folder = HERE] = process.argv.slice(2);
try {
  const built = await build(folder);
  if (mode !== '--check') writeFileSync(OUTPUT, built);
  else if (folder === HERE && (!existsSync(OUTPUT) || readFileSync(OUTPUT, 'utf8') !== built)) {
    throw new Error('The compiled templates are stale: run node services/notifier/templates/build.ts');
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
