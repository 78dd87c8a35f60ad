import { type DescField, type DescMessage, type DescMethod, ScalarType } from '@bufbuild/protobuf';
import { restOf } from './options.ts';

/** The fields of request and answer that HTTP says in its own way too; each undefined where the contract names none. */
export type RestFields = Readonly<{
  /** A flag of the answer: where it is set the status is 202. */
  acceptedWhen: DescField | undefined;
  /** The version in the request that `If-Match` fills in. */
  ifMatch: DescField | undefined;
  /** The version in the answer that goes out as `ETag`. */
  etag: DescField | undefined;
}>;

/** Throws when the contract names a field that is not there, or one of another type. */
export function restFieldsOf(method: DescMethod): RestFields {
  const { acceptedWhen, ifMatch, etag } = restOf(method);
  const { input, output } = method;
  return {
    acceptedWhen: fieldOf(output, acceptedWhen, ScalarType.BOOL),
    ifMatch: fieldOf(input, ifMatch, ScalarType.INT32),
    etag: fieldOf(output, etag, ScalarType.INT32),
  };
}

function fieldOf(message: DescMessage, name: string, type: ScalarType): DescField | undefined {
  if (name === '') return undefined;
  const field = message.fields.find((one) => one.name === name);
  if (field?.fieldKind === 'scalar' && field.scalar === type && field.oneof === undefined) return field;
  throw new Error(`${message.typeName} has no ${ScalarType[type].toLowerCase()} "${name}"`);
}
