import { describe, expect, it } from 'vitest';
import { renderMarkdown } from './markdown.ts';

describe('a page', () => {
  it.each([
    ['# One\n\ntwo\nthree', '<h1>One</h1>\n<p>two three</p>'],
    ['# One\ntwo', '<h1>One</h1>\n<p>two</p>'],
    ['- one\n- two', '<ul><li>one</li><li>two</li></ul>'],
    ['1. one\n2. two', '<ol><li>one</li><li>two</li></ol>'],
    ['- one\n  more', '<ul><li>one\n  more</li></ul>'],
    ['a `b` **c**', '<p>a <code>b</code> <strong>c</strong></p>'],
    ['[docs](/api/docs)', '<p><a href="/api/docs">docs</a></p>'],
    ['```json\n{"a": 1}\n\n# no heading\n```', '<pre><code>{&quot;a&quot;: 1}\n\n# no heading</code></pre>'],
    ['| a | b |\n|---|---|\n| 1 | 2 |', '<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>'],
  ])('of %j is %j', (text, html) => {
    expect(renderMarkdown(text)).toBe(html);
  });

  it.each(['<script>alert(1)</script>', '[x](javascript:alert(1))', '`<b>`', '"><img src=x>'])(
    'never becomes anything else: %s',
    (text) => {
      const html = renderMarkdown(text);
      expect(html).not.toMatch(/<(script|img|b)\b/);
      expect(html).not.toContain('href="javascript');
    },
  );
});
