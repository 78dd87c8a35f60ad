import { create, createFileRegistry, type DescMessage, type DescService } from '@bufbuild/protobuf';
import {
  file_google_protobuf_duration,
  file_google_protobuf_field_mask,
  file_google_protobuf_timestamp,
  FileDescriptorProtoSchema,
  type FileDescriptorSet,
  FileDescriptorSetSchema,
} from '@bufbuild/protobuf/wkt';
import { file_buf_validate_validate } from '@guildhall/contracts/buf/validate/validate';
import { file_google_api_annotations } from '@guildhall/contracts/google/api/annotations';
import { file_google_api_httpbody } from '@guildhall/contracts/google/api/httpbody';
import { file_guildhall_v1_options } from '@guildhall/contracts/guildhall/v1/options';
import { file_guildhall_v1_session } from '@guildhall/contracts/guildhall/v1/session';
import { file_guildhall_v1_slack } from '@guildhall/contracts/guildhall/v1/slack';
import { probeMessages } from './probe-messages.ts';
import { probeMethods } from './probe-methods.ts';

// A contract of the tests' own: everything in it that HTTP can carry, and nothing of any real service.

const file = create(FileDescriptorProtoSchema, {
  name: 'probe/v1/service.proto',
  package: 'probe.v1',
  syntax: 'proto3',
  dependency: [
    'buf/validate/validate.proto',
    'google/api/annotations.proto',
    'google/api/httpbody.proto',
    'google/protobuf/duration.proto',
    'google/protobuf/field_mask.proto',
    'google/protobuf/timestamp.proto',
    'guildhall/v1/options.proto',
    'guildhall/v1/session.proto',
    'guildhall/v1/slack.proto',
  ],
  enumType: [
    {
      name: 'Colour',
      value: ['COLOUR_UNSPECIFIED', 'COLOUR_RED', 'COLOUR_DARK_BLUE'].map((name, number) => ({ name, number })),
    },
  ],
  messageType: probeMessages,
  service: [{ name: 'ProbeService', method: probeMethods }],
});

const dependencies = [
  file_buf_validate_validate,
  file_google_api_annotations,
  file_google_api_httpbody,
  file_google_protobuf_duration,
  file_google_protobuf_field_mask,
  file_google_protobuf_timestamp,
  file_guildhall_v1_options,
  file_guildhall_v1_session,
  file_guildhall_v1_slack,
];

function withDependencies(): FileDescriptorSet {
  const found = new Map<string, (typeof dependencies)[number]>();
  const visit = (one: (typeof dependencies)[number]): void => {
    one.dependencies.forEach((dependency) => visit(dependency));
    found.set(one.proto.name, one);
  };
  dependencies.forEach(visit);
  return create(FileDescriptorSetSchema, { file: [...[...found.values()].map(({ proto }) => proto), file] });
}

const registry = createFileRegistry(withDependencies());

const found = <T>(desc: T | undefined): T => {
  if (desc === undefined) throw new Error('the contract of the tests has no such thing');
  return desc;
};

export const ProbeService: DescService = found(registry.getService('probe.v1.ProbeService'));
export const probeMessage = (name: string): DescMessage => found(registry.getMessage(`probe.v1.${name}`));
