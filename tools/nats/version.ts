/** The version that is fetched when none is there. */
export const NATS_VERSION = '2.15.1';
/** Older ones are ignored when found on PATH: features that we rely on would fail silently. */
export const WANTED = '2.14.0';
/** Older ones could lose a stream on a kill: refused even when asked for by NATS_URL. */
export const LOWEST = '2.10.23';

/** The version in what `nats-server --version` or a server's INFO line says. */
export const versionIn = (text: string): string | undefined => /(\d+\.\d+\.\d+)/.exec(text)?.[1];

/** Whether a dotted version is the other one or newer; anything after the third number is ignored. */
export const isAtLeast = (version: string, other: string): boolean => {
  const mine = version.split('.').map(Number);
  const theirs = other.split('.').map(Number);
  for (let index = 0; index < 3; index += 1) {
    const difference = (mine[index] ?? 0) - (theirs[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
};
