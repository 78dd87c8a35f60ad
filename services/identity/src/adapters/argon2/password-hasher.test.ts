import { describe, expect, it } from 'vitest';
import { passwordHasher } from './password-hasher.ts';

const cheap = { memory: 64, passes: 1, parallelism: 1 };

describe('the password hasher', () => {
  it('hashes by argon2id with 19 MiB, 2 passes and 1 lane', async () => {
    expect(await passwordHasher().hash('correct horse')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('knows the right password and no other', async () => {
    const hasher = passwordHasher(cheap);
    const hash = await hasher.hash('correct horse');

    expect(await hasher.verify(hash, 'correct horse')).toEqual({ isRight: true, isOutdated: false });
    expect(await hasher.verify(hash, 'correct house')).toMatchObject({ isRight: false });
  });

  it('never gives two people with one password the same hash', async () => {
    const hasher = passwordHasher(cheap);
    expect(await hasher.hash('correct horse')).not.toBe(await hasher.hash('correct horse'));
  });

  it('finds nothing right where there is no password', async () => {
    expect(await passwordHasher(cheap).verify(undefined, 'correct horse')).toMatchObject({ isRight: false });
  });

  it('checks a hash of other parameters, and says that it is outdated', async () => {
    const old = await passwordHasher({ ...cheap, memory: 32 }).hash('correct horse');
    expect(await passwordHasher(cheap).verify(old, 'correct horse')).toEqual({ isRight: true, isOutdated: true });
  });

  it('is loud about what it cannot read', async () => {
    await expect(passwordHasher(cheap).verify('$2b$10$abc', 'correct horse')).rejects.toThrow('nobody can read');
  });
});
