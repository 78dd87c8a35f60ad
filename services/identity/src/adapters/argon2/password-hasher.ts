import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { PasswordHasher } from '../../app/accounts/ports.ts';

/** OWASP's smallest argon2id: 19 MiB, 2 passes, 1 lane. */
export const usualParameters = { memory: 19_456, passes: 2, parallelism: 1 } as const;

type Parameters = Readonly<{ memory: number; passes: number; parallelism: number }>;
type Kept = Parameters & Readonly<{ nonce: Buffer; tag: Buffer }>;

const derive = promisify(argon2);
const [nonceBytes, tagBytes] = [16, 32];

/** argon2id, kept as PHC strings with their parameters: those of today may change without voiding those of yesterday. */
export function passwordHasher(today: Parameters = usualParameters): PasswordHasher {
  const tagOf = (password: string, { nonce, tag, ...parameters }: Kept): Promise<Buffer> =>
    derive('argon2id', { message: password, nonce, tagLength: tag.length, ...parameters });
  // What is compared where there is nothing to compare with.
  const dummy = { ...today, nonce: randomBytes(nonceBytes), tag: randomBytes(tagBytes) };
  return {
    hash: async (password) => {
      const kept = { ...today, nonce: randomBytes(nonceBytes), tag: Buffer.alloc(tagBytes) };
      return written({ ...kept, tag: await tagOf(password, kept) });
    },
    verify: async (hash, password) => {
      const kept = hash === undefined ? dummy : read(hash);
      const tag = await tagOf(password, kept);
      const isRight = timingSafeEqual(tag, kept.tag) && hash !== undefined;
      return { isRight, isOutdated: costOf(kept) !== costOf(today) };
    },
  };
}

const costOf = ({ memory, passes, parallelism }: Parameters): string => `m=${memory},t=${passes},p=${parallelism}`;
const text = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');
const written = (kept: Kept): string => `$argon2id$v=19$${costOf(kept)}$${text(kept.nonce)}$${text(kept.tag)}`;

const phc = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/;

function read(hash: string): Kept {
  const [, memory, passes, parallelism, nonce, tag] = phc.exec(hash) ?? [];
  if (!nonce || !tag) throw new Error('a password is kept in a way that nobody can read');
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    nonce: Buffer.from(nonce, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  };
}
