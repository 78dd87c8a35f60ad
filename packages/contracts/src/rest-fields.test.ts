import { create, type DescMethod, type MessageInitShape, setExtension } from '@bufbuild/protobuf';
import { MethodOptionsSchema } from '@bufbuild/protobuf/wkt';
import { describe, expect, it } from 'vitest';
import { rest, RestSchema } from './gen/guildhall/v1/options_pb.ts';
import { EvacuationService } from './gen/register/v1/evacuation_pb.ts';
import { RegisterService } from './gen/register/v1/service_pb.ts';
import { restFieldsOf } from './rest-fields.ts';
import { services } from './services.ts';

type Rest = MessageInitShape<typeof RestSchema>;

/** The method as if its contract said this. */
function saying(method: DescMethod, change: Rest): DescMethod {
  const options = create(MethodOptionsSchema);
  setExtension(options, rest, create(RestSchema, change));
  const proto = { ...method.proto, options };
  return { ...method, proto };
}

describe('what HTTP says besides the body', () => {
  it('is nothing where the contract names no field', () => {
    expect(restFieldsOf(RegisterService.method.getPresence)).toEqual({});
  });

  it('is the field that the contract names', () => {
    const method = services
      .flatMap(({ methods }) => methods)
      .find(({ output }) => output.fields.some(({ name, fieldKind }) => name === 'changed' && fieldKind === 'scalar'))!;
    expect(restFieldsOf(saying(method, { acceptedWhen: 'changed' })).acceptedWhen?.localName).toBe('changed');
  });

  it.each<Rest>([{ acceptedWhen: 'nope' }, { ifMatch: 'site_id' }, { etag: 'site_id' }, { etag: 'zones' }])(
    'cannot be %j where there is no such field of that kind',
    (change) => {
      expect(() => restFieldsOf(saying(EvacuationService.methods[0]!, change))).toThrow('has no');
    },
  );

  it('is there for every method of the platform', () => {
    expect(() => services.flatMap(({ methods }) => methods).map(restFieldsOf)).not.toThrow();
  });
});
