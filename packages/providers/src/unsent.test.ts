import { Agent, request } from 'undici';
import { describe, expect, it } from 'vitest';
import { httpFake } from './testing.ts';
import { isUnsent } from './unsent.ts';

const failureOf = async (run: () => Promise<unknown>): Promise<unknown> =>
  run().then(
    () => undefined,
    (error: unknown) => error,
  );

describe('a request that failed', () => {
  const closedPort = async (): Promise<string> => {
    const fake = await httpFake();
    await fake.close();
    return fake.url;
  };

  it.each([
    ['nobody listens', closedPort],
    ['there is no such host', async () => 'http://nowhere.invalid/'],
  ])('was not sent when %s', async (_why, urlOf) => {
    const url = await urlOf();
    expect(isUnsent(await failureOf(() => request(url, { method: 'POST', body: 'x' })))).toBe(true);
    expect(isUnsent(await failureOf(() => fetch(url, { method: 'POST', body: 'x' })))).toBe(true);
  });

  it('may have been sent when the answer never comes', async () => {
    const fake = await httpFake();
    fake.answer('hang');
    const dispatcher = new Agent({ headersTimeout: 100 });

    expect(isUnsent(await failureOf(() => request(fake.url, { method: 'POST', body: 'x', dispatcher })))).toBe(false);
    await dispatcher.destroy();
    await fake.close();
  });

  it('was not sent only when no address of several was reached', () => {
    const [refused, broken] = [{ code: 'ECONNREFUSED' }, { code: 'ECONNRESET' }];

    expect(isUnsent({ errors: [refused, refused] })).toBe(true);
    expect(isUnsent({ errors: [refused, broken] })).toBe(false);
  });

  it.each([undefined, null, 'boom', new Error('boom'), { code: 7 }])(
    'may have been sent for all that %s says',
    (error) => {
      expect(isUnsent(error)).toBe(false);
    },
  );

  it('is read no deeper than sense reaches', () => {
    const circle: { cause?: unknown } = {};
    circle.cause = circle;

    expect(isUnsent(circle)).toBe(false);
  });
});
