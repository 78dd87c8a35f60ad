import { type Faults, refuse } from './faults.ts';

const plain = /^[\x20-\x7e]*$/;
// Explicit bidirectional overrides and isolates: they make a text read differently from what it is.
const bidirectional = /[\u202a-\u202e\u2066-\u2069]/;
const control = /\p{Cc}/u;
const controlInProse = /[^\P{Cc}\t\n]/u;

/** Text as people mean it: composed (NFC), without characters that cannot be seen but change what is read. */
export function readText(given: string, isProse: boolean, faults: Faults): string | undefined {
  if (plain.test(given)) return given;
  // Browsers send the lines of a text area with CRLF.
  const text = isProse ? given.replaceAll('\r\n', '\n') : given;
  if ((isProse ? controlInProse : control).test(text)) return refuse(faults, 'must not contain control characters');
  if (bidirectional.test(text)) return refuse(faults, 'must not contain characters that turn the direction of writing');
  if (!text.isWellFormed()) return refuse(faults, 'must be well-formed Unicode');
  return text.normalize('NFC');
}
