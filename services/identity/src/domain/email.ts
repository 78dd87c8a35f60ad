const longest = 254;
const longestLocalPart = 64;
const label = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?';
const domain = new RegExp(`^(?:${label}\\.)+[\\p{L}\\p{N}-]{2,63}$`, 'u');
// Quoted local parts are legal and unused; a second address or a header hides well in them.
const localPart = /^[^\s@<>()[\]\\,;:"\p{C}.]+(?:\.[^\s@<>()[\]\\,;:"\p{C}.]+)*$/u;

/** One spelling per mailbox: trimmed, composed, lower-cased. Undefined when it cannot be an address. */
export function normaliseEmail(value: string): string | undefined {
  const address = value.normalize('NFC').trim().toLowerCase().normalize('NFC');
  const at = address.lastIndexOf('@');
  const local = address.slice(0, Math.max(at, 0));
  if (address.length > longest || local.length > longestLocalPart) return undefined;
  return localPart.test(local) && domain.test(address.slice(at + 1)) ? address : undefined;
}

export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);
