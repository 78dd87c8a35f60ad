/** What npm writes of a package in package-lock.json, as far as it matters here. */
interface Locked {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

export interface Lockfile {
  readonly packages: Readonly<Record<string, Locked>>;
  readonly [field: string]: unknown;
}

const SYSTEMS = new Set([
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
]);
const PROCESSORS: Readonly<Record<string, string>> = {
  aarch64: 'arm64',
  amd64: 'x64',
  arm: 'arm',
  arm64: 'arm64',
  armv7: 'arm',
  ia32: 'ia32',
  loong64: 'loong64',
  mips64el: 'mips64el',
  ppc64: 'ppc64',
  riscv64: 'riscv64',
  s390x: 's390x',
  x64: 'x64',
};

/** The system and processor that a package's name speaks of: `@swc/core-linux-arm64-gnu`. */
const platformOf = (name: string): { os: string[]; cpu: string[] } => {
  const words = name.split(/[-/]/);
  const cpu = words.map((word) => PROCESSORS[word]).filter((word) => word !== undefined);
  return { os: words.filter((word) => SYSTEMS.has(word)), cpu };
};

const isLocked = (packages: Lockfile['packages'], parent: string, name: string): boolean =>
  packages[`${parent}/node_modules/${name}`] !== undefined || packages[`node_modules/${name}`] !== undefined;

/**
 * The packages for other systems that the lockfile speaks of but does not list, by path. A registry that mirrors only some
 * systems makes npm leave them out, and then `npm ci` refuses the file, here and on those systems.
 */
export const missing = ({ packages }: Lockfile): Record<string, Locked> => {
  const found: Record<string, Locked> = {};
  for (const [parent, { optionalDependencies = {}, dev }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const { os, cpu } = platformOf(name);
      if (isLocked(packages, parent, name) || os.length === 0 || cpu.length === 0) continue;
      found[`node_modules/${name}`] = { version, cpu, ...(dev === true && { dev }), optional: true, os };
    }
  }
  return found;
};

/** The lockfile with every system's packages, in npm's order. */
export const completed = (lock: Lockfile): Lockfile => {
  const entries = Object.entries({ ...lock.packages, ...missing(lock) });
  return {
    ...lock,
    packages: Object.fromEntries(entries.toSorted(([left], [right]) => left.localeCompare(right, 'en'))),
  };
};
