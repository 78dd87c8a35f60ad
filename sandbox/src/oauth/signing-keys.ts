import { randomUUID } from 'node:crypto';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';

type Pair = Readonly<{ kid: string; privateKey: CryptoKey; jwk: JWK }>;

const algorithm = 'RS256';
const most = 2;

/** The keys that the simulated services sign with. After a change the former one is published still. */
export class SigningKeys {
  #pairs: Promise<readonly Pair[]> | undefined;

  /** What the services publish. */
  async published(): Promise<Readonly<{ keys: readonly JWK[] }>> {
    return { keys: (await this.#all()).map(({ jwk }) => jwk) };
  }

  async sign(payload: JWTPayload): Promise<string> {
    const [pair] = await this.#all();
    if (!pair) throw new Error('there is always a key');
    return new SignJWT(payload).setProtectedHeader({ alg: algorithm, typ: 'JWT', kid: pair.kid }).sign(pair.privateKey);
  }

  /** Signs with another key from now on. */
  async rotate(): Promise<void> {
    const before = await this.#all();
    this.#pairs = newPair().then((pair) => [pair, ...before].slice(0, most));
    await this.#pairs;
  }

  // Made when first needed: a key takes longer to make than the rest of the sandbox to start.
  #all(): Promise<readonly Pair[]> {
    return (this.#pairs ??= newPair().then((pair) => [pair]));
  }
}

async function newPair(): Promise<Pair> {
  const { publicKey, privateKey } = await generateKeyPair(algorithm, { modulusLength: 2048 });
  const kid = randomUUID();
  return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: algorithm, use: 'sig' } };
}
