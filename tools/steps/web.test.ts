import { describe, expect, it } from 'vitest';
import { firstLoad } from './web.ts';

describe('the first load of a page', () => {
  it('is its module scripts and what they preload, and not its styles', () => {
    const html = `<!doctype html><head>
      <script type="module" crossorigin src="/assets/index-a1.js"></script>
      <link rel="modulepreload" crossorigin href="/assets/vendor-b2.js">
      <link rel="stylesheet" href="/assets/index-c3.css">
      <link rel="icon" href="/icon.svg"></head>`;
    expect(firstLoad(html)).toEqual(['/assets/index-a1.js', '/assets/vendor-b2.js']);
  });

  it('is nothing for a page without scripts', () => {
    expect(firstLoad('<p>hello</p>')).toEqual([]);
  });
});
