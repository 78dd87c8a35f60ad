import { create, type DescField, type DescMessage, type Message, ScalarType } from '@bufbuild/protobuf';
import { FeatureSet_FieldPresence } from '@bufbuild/protobuf/wkt';
import fc from 'fast-check';

// Values of any message that JSON can carry without loss: what is lost by design (sessions, unspecified enums in
// lists, text that is not composed) is left out.

const text = fc
  .string({ unit: 'grapheme', maxLength: 12 })
  .filter((one) => /^[^\p{Cc}\u202a-\u202e\u2066-\u2069]*$/u.test(one));
const composed = text.map((one) => one.normalize('NFC'));

const scalars: Readonly<Partial<Record<ScalarType, fc.Arbitrary<unknown>>>> = {
  [ScalarType.STRING]: composed,
  [ScalarType.BOOL]: fc.boolean(),
  [ScalarType.BYTES]: fc.uint8Array({ maxLength: 12 }),
  [ScalarType.DOUBLE]: fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => one + 0),
  [ScalarType.INT32]: fc.integer(),
  [ScalarType.UINT32]: fc.nat({ max: 0xffff_ffff }),
  [ScalarType.INT64]: fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n),
  [ScalarType.UINT64]: fc.bigInt(0n, 2n ** 64n - 1n),
};

const seconds = fc.bigInt(-62_135_596_800n, 253_402_300_799n);
const nanos = fc.oneof(
  fc.constant(0),
  fc.nat({ max: 999 }).map((one) => one * 1_000_000),
  fc.nat({ max: 999_999_999 }),
);

const wellKnown: Readonly<Record<string, fc.Arbitrary<Record<string, unknown>>>> = {
  'google.protobuf.Timestamp': fc.record({ seconds, nanos }),
  'google.protobuf.Duration': fc.record({
    seconds: fc.bigInt(0n, 315_576_000_000n),
    nanos: fc.nat({ max: 999_999_999 }),
  }),
  'google.protobuf.FieldMask': fc.record({ paths: fc.constant(['first_name', 'kind']) }),
  'google.protobuf.Any': fc.constant({}),
};

export const messages = (desc: DescMessage, depth = 0): fc.Arbitrary<Message> =>
  (wellKnown[desc.typeName] ?? fc.record(members(desc, depth))).map((init) => create(desc, init));

function members(desc: DescMessage, depth: number): Record<string, fc.Arbitrary<unknown>> {
  const plain = desc.fields
    .filter((field) => field.oneof === undefined)
    .map((field) => [field.localName, values(field, depth)]);
  const choices = desc.oneofs.map(({ localName, fields }) => [
    localName,
    fc.oneof(
      fc.constant({ case: undefined }),
      ...fields
        .filter((field) => !field.message || depth < 2)
        .map((field) => single(field, depth).map((value) => ({ case: field.localName, value }))),
    ),
  ]);
  return Object.fromEntries([...plain, ...choices]) as Record<string, fc.Arbitrary<unknown>>;
}

function values(field: DescField, depth: number): fc.Arbitrary<unknown> {
  const isTooDeep = field.message !== undefined && depth >= 2;
  switch (field.fieldKind) {
    case 'list':
      return isTooDeep ? fc.constant([]) : fc.array(single(field, depth), { maxLength: 3 });
    case 'map':
      return isTooDeep
        ? fc.constant({})
        : fc.dictionary(
            composed.filter((key) => key !== '__proto__'),
            single(field, depth),
            { maxKeys: 3 },
          );
    default: {
      const isAbsentable = field.presence !== FeatureSet_FieldPresence.IMPLICIT;
      if (isTooDeep || field.message?.typeName === 'guildhall.v1.Session') return fc.constant(undefined);
      return isAbsentable ? fc.option(single(field, depth), { nil: undefined }) : single(field, depth);
    }
  }
}

function single(field: DescField, depth: number): fc.Arbitrary<unknown> {
  if (field.message) return messages(field.message, depth + 1);
  if (field.enum) {
    // Absence is the only way to say "unspecified".
    const numbers = field.enum.values.map(({ number }) => number);
    const mayBeAbsent = field.fieldKind === 'enum' && field.presence === FeatureSet_FieldPresence.IMPLICIT;
    return fc.constantFrom(...numbers.filter((number) => number !== 0 || mayBeAbsent));
  }
  return scalars[field.scalar] ?? fc.constant(0);
}
