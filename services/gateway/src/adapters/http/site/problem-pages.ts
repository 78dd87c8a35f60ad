import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Answer } from '../answer.ts';
import { escapeHtml, renderMarkdown } from './markdown.ts';

/** What a problem's `type` leads to: the page that says what its code means and what to do. */
export function problemPages(directory: string, supportContact = '') {
  return async (path: string): Promise<Answer | undefined> => {
    const code = /^\/problems\/([a-z_-]+\.[a-z_]+)$/.exec(path)?.[1];
    const text = code && (await readFile(join(directory, `${code}.md`), 'utf8').catch(() => undefined));
    return code && text ? pageOf(code, text, supportContact) : undefined;
  };
}

const pageOf = (code: string, text: string, supportContact: string): Answer => ({
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' },
  body: Buffer.from(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(code)}</title>
<style>
:root { color-scheme: light dark; }
body { font: 1rem/1.6 system-ui, sans-serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
pre { overflow-x: auto; }
th, td { text-align: start; padding-inline-end: 1rem; vertical-align: top; }
</style>
</head>
<body>
<main>
${renderMarkdown(text)}
${supportContact && `<p>Questions? Ask ${escapeHtml(supportContact)}.</p>`}
</main>
</body>
</html>
`),
});
