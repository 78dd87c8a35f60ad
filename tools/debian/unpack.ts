import { mkdir } from 'node:fs/promises';
import { mustRun } from '../process/run.ts';

/** Unpacks a .deb into a folder; nothing is installed and no script of the package runs. */
export const unpackDeb = async (deb: string, into: string): Promise<void> => {
  await mkdir(into, { recursive: true });
  await mustRun('dpkg-deb', ['-x', deb, into], { hint: 'it comes with the Debian package dpkg' });
};
