import { afterEach, describe, expect, it, vi } from 'vitest';
import { learnSupport, supportContact } from './support.ts';

const answering = (make: () => Promise<Response>) => vi.spyOn(globalThis, 'fetch').mockImplementation(make);

afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
});

describe('whom people may ask', () => {
  it('is known once it was heard, also when nothing can be asked any more', async () => {
    answering(async () => Response.json({ contact: 'help@example.org' }));
    await learnSupport();
    answering(() => Promise.reject(new TypeError('offline')));
    await learnSupport();
    expect(supportContact()).toBe('help@example.org');
  });

  it.each([
    ['a page of something else', async () => new Response('<!doctype html>')],
    ['an answer without it', async () => Response.json({})],
    ['a refusal', async () => Response.json({ contact: 'x' }, { status: 503 })],
  ])('is nobody in particular after %s', async (_what, make) => {
    answering(make);
    await learnSupport();
    expect(supportContact()).toBe('');
  });
});
