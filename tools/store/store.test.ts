import { afterEach, describe, expect, it, vi } from 'vitest';
import { startStore, warm } from './store.ts';

const options = { dir: '/no/such/folder', report: (line: string) => expect.unreachable(line) };

afterEach(() => void vi.unstubAllEnvs());

describe('the store', () => {
  it('is the one that MONGO_URL names: nothing is fetched or started', async () => {
    vi.stubEnv('MONGO_URL', 'mongodb://elsewhere:27017/');
    const store = await startStore(options);
    expect(store).toMatchObject({ url: 'mongodb://elsewhere:27017/', kind: 'url' });
    await store.stop();
  });

  it('needs nothing fetched then', async () => {
    vi.stubEnv('MONGO_URL', 'mongodb://elsewhere:27017/');
    await expect(warm(options)).resolves.toBeUndefined();
  });
});
