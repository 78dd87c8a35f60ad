import { type DescEnum, ScalarType } from '@bufbuild/protobuf';
import { enumWord, enumWords } from '@guildhall/contracts';
import { type Read, refuse } from './faults.ts';
import { readText } from './text.ts';

/** The reader of one scalar type. Nothing is converted: 7 is not "7", and "true" is not true. */
export function scalarReader(scalar: ScalarType, isProse: boolean): Read {
  switch (scalar) {
    case ScalarType.STRING:
      return (json, faults) =>
        typeof json === 'string' ? readText(json, isProse, faults) : refuse(faults, 'must be text');
    case ScalarType.BOOL:
      return (json, faults) => (typeof json === 'boolean' ? json : refuse(faults, 'must be true or false'));
    case ScalarType.BYTES:
      return readBytes;
    case ScalarType.DOUBLE:
    case ScalarType.FLOAT:
      return (json, faults) => (typeof json === 'number' ? json : refuse(faults, 'must be a number'));
    case ScalarType.UINT32:
    case ScalarType.FIXED32:
      return integerReader(0, 0xffff_ffff);
    case ScalarType.INT32:
    case ScalarType.SINT32:
    case ScalarType.SFIXED32:
      return integerReader(-0x8000_0000, 0x7fff_ffff);
    case ScalarType.UINT64:
    case ScalarType.FIXED64:
      return bigIntegerReader(0n, 0xffff_ffff_ffff_ffffn);
    default:
      return bigIntegerReader(-0x8000_0000_0000_0000n, 0x7fff_ffff_ffff_ffffn);
  }
}

const integerReader =
  (from: number, to: number): Read =>
  (json, faults) =>
    Number.isInteger(json) && Number(json) >= from && Number(json) <= to
      ? json
      : refuse(faults, `must be a whole number from ${from} to ${to}`);

/** Past 2^53 a JSON number is no longer exact, so 64 bits travel as text. */
const bigIntegerReader =
  (from: bigint, to: bigint): Read =>
  (json, faults) => {
    const isWhole = Number.isSafeInteger(json) || (typeof json === 'string' && /^-?\d{1,20}$/.test(json));
    const value = isWhole ? BigInt(json as string | number) : undefined;
    if (value === undefined || value < from || value > to) return refuse(faults, 'must be a whole number, as text');
    return value;
  };

/** Without a pattern that repeats groups: on megabytes of text such a one runs out of stack. */
function isBase64(text: string): boolean {
  const end = text.indexOf('=');
  const isEndRight = end === -1 || text.slice(end) === '=' || text.slice(end) === '==';
  return text.length % 4 === 0 && isEndRight && !/[^A-Za-z0-9+/=]/.test(text);
}

const readBytes: Read = (json, faults) =>
  typeof json === 'string' && isBase64(json)
    ? new Uint8Array(Buffer.from(json, 'base64'))
    : refuse(faults, 'must be base64');

export function enumReader(desc: DescEnum): Read {
  const numbers = new Map(desc.values.filter(({ number }) => number !== 0).map((one) => [enumWord(one), one.number]));
  const expected = `must be ${enumWords(desc)
    .join(', ')
    .replace(/, (?=[^,]*$)/, ' or ')}`;
  return (json, faults) => {
    const number = typeof json === 'string' ? numbers.get(json) : undefined;
    return number ?? refuse(faults, expected);
  };
}
