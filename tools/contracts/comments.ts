import type { DescEnum, DescField, DescFile, DescMessage, DescMethod, DescService } from '@bufbuild/protobuf';

type Commented = DescService | DescMethod | DescMessage | DescField | DescEnum;

// Where descriptor.proto keeps each kind of thing: the steps of a source code location.
const IN_FILE = { message: 4, enum: 5, service: 6 } as const;
const IN_MESSAGE = { field: 2, message: 3, enum: 4 } as const;
const IN_SERVICE = { method: 2 } as const;

/** The comment in front of something in its .proto file, as one paragraph; empty when there is none. */
export const commentOf = (desc: Commented): string => {
  const wanted = pathOf(desc).join(',');
  const location = fileOf(desc).proto.sourceCodeInfo?.location.find(({ path }) => path.join(',') === wanted);
  return (location?.leadingComments ?? '').trim().replace(/\s*\n\s*/g, ' ');
};

const fileOf = (desc: Commented): DescFile => {
  if (desc.kind === 'field' || desc.kind === 'rpc') return fileOf(desc.parent);
  return desc.file;
};

const pathOf = (desc: Commented): number[] => {
  switch (desc.kind) {
    case 'service':
      return [IN_FILE.service, desc.file.services.indexOf(desc)];
    case 'rpc':
      return [...pathOf(desc.parent), IN_SERVICE.method, desc.parent.methods.indexOf(desc)];
    case 'field':
      return [...pathOf(desc.parent), IN_MESSAGE.field, desc.parent.fields.indexOf(desc)];
    case 'message':
      return desc.parent
        ? [...pathOf(desc.parent), IN_MESSAGE.message, desc.parent.proto.nestedType.indexOf(desc.proto)]
        : [IN_FILE.message, desc.file.messages.indexOf(desc)];
    case 'enum':
      return desc.parent
        ? [...pathOf(desc.parent), IN_MESSAGE.enum, desc.parent.nestedEnums.indexOf(desc)]
        : [IN_FILE.enum, desc.file.enums.indexOf(desc)];
  }
};
