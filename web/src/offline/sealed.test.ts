import { describe, expect, it } from 'vitest';
import { seal, unseal } from './sealed.ts';
import { all, empty } from './vault.ts';

describe('what is sealed', () => {
  it('opens on the device on which it was sealed, under its name', async () => {
    expect(await unseal('e1', await seal('e1', { pin: '2580' }))).toEqual({ pin: '2580' });
  });

  it('opens under no other name', async () => {
    expect(await unseal('e2', await seal('e1', { pin: '2580' }))).toBeUndefined();
  });

  it('opens nowhere else', async () => {
    const sealed = await seal('e1', { pin: '2580' });
    await empty('keys');
    expect(await unseal('e1', sealed)).toBeUndefined();
  });

  it('says nothing of what is in it', async () => {
    const { bytes } = await seal('e1', { pin: '2580' });
    expect(new TextDecoder().decode(bytes)).not.toContain('2580');
  });

  it('has one key, which the browser gives to nobody', async () => {
    await Promise.all([seal('e1', 1), seal('e2', 2)]);
    const keys = await all<{ id: string; key: CryptoKey }>('keys');
    expect(keys.map(({ key }) => key.extractable)).toEqual([false]);
  });
});
