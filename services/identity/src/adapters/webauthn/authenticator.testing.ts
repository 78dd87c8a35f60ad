import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';

type Cbor = string | number | Uint8Array | ReadonlyMap<string | number, Cbor>;

const [userPresent, userVerified, hasCredential] = [0x01, 0x04, 0x40];

/** A device with one passkey, as a browser would speak for it. */
export function softwareAuthenticator(origin: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const credentialId = randomBytes(16);
  const id = credentialId.toString('base64url');
  const credential = { id, rawId: id, type: 'public-key' };
  const header = headerOf(origin);
  let counter = 0;
  return {
    id,
    /** Turns the counter, as a copy of the device would have it. */
    turnTo: (value: number) => void (counter = value),
    create: (challenge: string) => {
      const start = header(userPresent | userVerified | hasCredential, counter);
      const length = Buffer.from([0, credentialId.length]);
      const authData = Buffer.concat([start, Buffer.alloc(16), length, credentialId, coseKey(publicKey)]);
      const response = {
        clientDataJson: clientData(origin, 'webauthn.create', challenge).toString('base64url'),
        attestationObject: statementOf(authData).toString('base64url'),
        transports: ['internal'],
      };
      return { ...credential, response };
    },
    sign: (challenge: string) => {
      counter += 1;
      const authData = header(userPresent | userVerified, counter);
      const client = clientData(origin, 'webauthn.get', challenge);
      const signature = createSign('sha256').update(authData).update(sha256(client)).sign(privateKey);
      const response = {
        clientDataJson: client.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: signature.toString('base64url'),
      };
      return { ...credential, response };
    },
  };
}

const clientData = (origin: string, type: string, challenge: string): Buffer =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));

const headerOf =
  (origin: string) =>
  (flags: number, counter: number): Buffer => {
    const rest = Buffer.alloc(5);
    rest.writeUInt8(flags);
    rest.writeUInt32BE(counter, 1);
    return Buffer.concat([sha256(new URL(origin).hostname), rest]);
  };

function coseKey(publicKey: KeyObject): Buffer {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const fields: readonly (readonly [number, Cbor])[] = [
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, Buffer.from(x, 'base64url')],
    [-3, Buffer.from(y, 'base64url')],
  ];
  return encode(new Map(fields));
}

const statementOf = (authData: Buffer): Buffer =>
  encode(
    new Map<string, Cbor>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', authData],
    ]),
  );

const sha256 = (data: string | Uint8Array): Buffer => createHash('sha256').update(data).digest();

/** As much of CBOR (RFC 8949) as a passkey needs. */
function encode(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value]);
  const entries = [...value].flatMap(([key, item]) => [encode(key), encode(item)]);
  return Buffer.concat([head(5, value.size), ...entries]);
}

function head(major: number, value: number): Buffer {
  if (value < 24) return Buffer.from([(major << 5) | value]);
  if (value < 256) return Buffer.from([(major << 5) | 24, value]);
  return Buffer.from([(major << 5) | 25, value >> 8, value & 0xff]);
}
