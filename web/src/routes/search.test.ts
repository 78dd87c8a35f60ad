import { describe, expect, it } from 'vitest';
import { ownPath } from './search.ts';

describe('where somebody goes after signing in', () => {
  it.each(['/', '/presence?site=north', '/people?query=ada'])('may be %s', (path) => {
    expect(ownPath(path)).toBe(path);
  });

  it.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '', undefined, 7])(
    'is never %s',
    (path) => {
      expect(ownPath(path)).toBeUndefined();
    },
  );
});
