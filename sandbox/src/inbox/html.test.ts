import { describe, expect, it } from 'vitest';
import { markup } from './html.ts';

describe('the markup template', () => {
  it('escapes text, also inside attributes', () => {
    expect(markup`<a title="${'"><script>'}">${'<b>&'}</a>`.text).toBe(
      '<a title="&quot;&gt;&lt;script&gt;">&lt;b&gt;&amp;</a>',
    );
  });

  it('keeps templates in templates, and lists of them', () => {
    const items = [1, 2].map((each) => markup`<li>${each}</li>`);
    expect(markup`<ol>${items}</ol>`.text).toBe('<ol><li>1</li><li>2</li></ol>');
  });

  it('leaves out what is not there', () => {
    expect(markup`<p>${undefined}${false}</p>`.text).toBe('<p></p>');
  });
});
