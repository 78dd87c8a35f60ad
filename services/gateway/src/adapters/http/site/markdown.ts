/** The little of Markdown that our own pages use: headings, paragraphs, lists, tables, code, bold, links. */
export const renderMarkdown = (text: string): string => blocksOf(text).map(renderBlock).join('\n');

/** Paragraphs are separated by empty lines, but not within fences. */
function blocksOf(text: string): string[] {
  const parts = text.replaceAll('\r\n', '\n').split(/^(```[\s\S]*?^```)$/m);
  return parts
    .flatMap((part) => (part.startsWith('```') ? [part] : part.replace(/^(#.*)$/gm, '\n$1\n').split(/\n{2,}/)))
    .map((block) => block.trim())
    .filter((block) => block !== '');
}

function renderBlock(block: string): string {
  if (block.startsWith('```')) return `<pre><code>${escapeHtml(block.replace(/^```.*\n|\n?```$/g, ''))}</code></pre>`;
  const [, marks, heading] = /^(#{1,4}) (.*)$/.exec(block) ?? [];
  if (marks !== undefined && heading !== undefined) return `<h${marks.length}>${inline(heading)}</h${marks.length}>`;
  const lines = block.split('\n');
  if (lines.every((line) => /^([-*]|\d+\.|\s) ?/.test(line))) return listOf(lines);
  if (lines.every((line) => line.startsWith('|'))) return tableOf(lines);
  return `<p>${inline(lines.join(' '))}</p>`;
}

function listOf(lines: readonly string[]): string {
  const tag = /^\d/.test(lines[0] ?? '') ? 'ol' : 'ul';
  const items = lines.join('\n').split(/^(?:[-*]|\d+\.) /m);
  return `<${tag}>${items
    .slice(1)
    .map((item) => `<li>${inline(item.trim())}</li>`)
    .join('')}</${tag}>`;
}

function tableOf(lines: readonly string[]): string {
  const rows = lines.filter((line) => !/^\|[\s:|-]+\|$/.test(line));
  const cells = (line: string, tag: string): string =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => `<${tag}>${inline(cell.trim())}</${tag}>`)
      .join('');
  return `<table>${rows.map((row, index) => `<tr>${cells(row, index === 0 ? 'th' : 'td')}</tr>`).join('')}</table>`;
}

const inline = (text: string): string =>
  escapeHtml(text)
    .replace(/`([^`]+)`/g, '<code>$1</code>')
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
    .replace(/\[([^\]]+)\]\(((?:https?:\/\/|[./#])[^\s)]*)\)/g, '<a href="$2">$1</a>');

export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
