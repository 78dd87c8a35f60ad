import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { run } from '@guildhall/tools/process/run.ts';
import { say } from '@guildhall/tools/terminal/screen.ts';

const root = resolve(import.meta.dirname, '../../..');
const file = join(root, 'bench', 'RESULTS.md');

/** Puts a text between its markers, `<!-- name -->` and `<!-- /name -->`, and leaves all around it as it is. */
export function replaceSection(document: string, name: string, text: string): string {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const section = `${begin}\n\n${text.trim()}\n\n${end}`;
  const from = document.indexOf(begin);
  const to = document.indexOf(end);
  if (from === -1 || to < from) return `${document.trimEnd()}\n\n${section}\n`;
  return document.slice(0, from) + section + document.slice(to + end.length);
}

/** Keeps the result of a run in RESULTS.md, formatted as the rest of the checkout. */
export async function keepResult(name: string, text: string): Promise<void> {
  await writeFile(file, replaceSection(await readFile(file, 'utf8'), name, text));
  await run(join(root, 'node_modules', '.bin', 'oxfmt'), [file], { cwd: root });
  say('written to bench/RESULTS.md');
}
