import { describe, expect, it } from 'vitest';
import { replaceSection } from './results-file.ts';

describe('a section of the results', () => {
  it('takes the place of the one before, and of nothing else', () => {
    const before = 'top\n\n<!-- bench -->\n\nold\n\n<!-- /bench -->\n\nbottom\n';
    expect(replaceSection(before, 'bench', 'new')).toBe('top\n\n<!-- bench -->\n\nnew\n\n<!-- /bench -->\n\nbottom\n');
  });

  it('is added at the end when there was none', () => {
    expect(replaceSection('top\n', 'chaos', 'new')).toBe('top\n\n<!-- chaos -->\n\nnew\n\n<!-- /chaos -->\n');
  });

  it('may hold what a replacement would take for a pattern', () => {
    expect(replaceSection('<!-- a -->\n<!-- /a -->', 'a', "$& $1 $'")).toContain("$& $1 $'");
  });
});
