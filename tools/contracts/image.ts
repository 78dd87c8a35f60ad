import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createFileRegistry, type DescService, type FileRegistry, fromBinary } from '@bufbuild/protobuf';
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt';
import { bindingsOf } from '@guildhall/contracts';
import { mustRun } from '../process/run.ts';

/** The contracts as buf reads them, comments included. */
export const readImage = async (root: string, scratch: string): Promise<FileRegistry> => {
  const path = join(scratch, 'contracts.binpb');
  await mustRun(join(root, 'node_modules', '.bin', 'buf'), ['build', '--output', path], { cwd: root });
  return createFileRegistry(fromBinary(FileDescriptorSetSchema, await readFile(path)));
};

/** The services that HTTP reaches, in the order of their names. */
export const servicesOf = (registry: FileRegistry): readonly DescService[] =>
  [...registry]
    .filter((one) => one.kind === 'service')
    .filter(({ methods }) => methods.some((method) => bindingsOf(method).length > 0))
    .sort((one, other) => one.typeName.localeCompare(other.typeName));
