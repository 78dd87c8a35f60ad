import { create, createFileRegistry, type DescService } from '@bufbuild/protobuf';
import { FileDescriptorProtoSchema, MethodOptionsSchema } from '@bufbuild/protobuf/wkt';
import { http } from '@guildhall/contracts/google/api/annotations';
import { HttpRuleSchema } from '@guildhall/contracts/google/api/http';
import { access, AccessSchema } from '@guildhall/contracts/guildhall/v1/options';
import {
  file_register_v1_service,
  type SignInRequest,
  SignInRequestSchema,
} from '@guildhall/contracts/register/v1/service';
import { setExtension } from '@bufbuild/protobuf';

// A contract of the benchmarks' own: it takes what a sign-in takes, with the same rules, and gives it back.

export type Entry = SignInRequest;
export const EntrySchema = SignInRequestSchema;

export const paths = { noOp: '/api/bench/no-op', echo: '/api/bench/echo' } as const;

const method = (name: string, path: string) => {
  const options = create(MethodOptionsSchema);
  setExtension(options, http, create(HttpRuleSchema, { pattern: { case: 'post', value: path }, body: '*' }));
  setExtension(options, access, create(AccessSchema, { rule: { case: 'person', value: true } }));
  const type = `.${EntrySchema.typeName}`;
  return { name, inputType: type, outputType: type, options };
};

const file = create(FileDescriptorProtoSchema, {
  name: 'bench/v1/service.proto',
  package: 'bench.v1',
  syntax: 'proto3',
  dependency: [file_register_v1_service.proto.name],
  service: [{ name: 'BenchService', method: [method('NoOp', paths.noOp), method('Echo', paths.echo)] }],
});

function described(): DescService {
  const service = createFileRegistry(file, () => file_register_v1_service).getService('bench.v1.BenchService');
  if (service === undefined) throw new Error('the contract of the benchmarks does not describe its service');
  return service;
}

export const BenchService = described();
