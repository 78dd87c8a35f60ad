import { afterEach, describe, expect, it, vi } from 'vitest';
import { printInTheLight } from './paper.ts';

const root = document.documentElement;

/** Prints, and says in which scheme. */
function print(scheme: string): Readonly<{ onPaper: string | null; after: string | null }> {
  let listen: (event: Readonly<{ matches: boolean }>) => void = () => undefined;
  vi.stubGlobal('matchMedia', () => ({ addEventListener: (_: string, heard: typeof listen) => (listen = heard) }));
  root.setAttribute('data-mantine-color-scheme', scheme);
  printInTheLight();
  listen({ matches: true });
  const onPaper = root.getAttribute('data-mantine-color-scheme');
  listen({ matches: false });
  return { onPaper, after: root.getAttribute('data-mantine-color-scheme') };
}

afterEach(() => root.removeAttribute('data-mantine-color-scheme'));

describe('what is printed', () => {
  it.each(['dark', 'light'])('is light on paper, and %s on the screen afterwards', (scheme) => {
    expect(print(scheme)).toEqual({ onPaper: 'light', after: scheme });
  });
});
