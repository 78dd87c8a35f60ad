import { checkSignature } from '../../domain/visitors/picture.ts';
import type { Acceptance } from '../../domain/visitors/visitor.ts';
import type { Pictures } from './ports.ts';

/** A document that is accepted now; without bytes it is not signed. */
export type AcceptanceGiven = Readonly<{ documentId: string; version: number; signature: Uint8Array }>;

/** Puts the signatures away and says what was accepted when. */
export const keepSignatures = (
  { pictures }: Readonly<{ pictures: Pictures }>,
  visitorId: string,
  given: readonly AcceptanceGiven[],
  at: Date,
): Promise<readonly Acceptance[]> =>
  Promise.all(
    given.map(async ({ documentId, version, signature }) => {
      if (signature.length === 0) return { documentId, version, at };
      const signatureId = `${visitorId}.${documentId}.${version}`;
      await pictures.put(signatureId, { contentType: 'image/png', bytes: signature });
      return { documentId, version, at, signatureId };
    }),
  );

/** Refuses signatures that are no pictures, before anything is stored. */
export function checkSignatures(given: readonly AcceptanceGiven[]): void {
  given.forEach(({ signature }, i) => {
    if (signature.length > 0) checkSignature(signature, `/acceptances/${i}/signature`);
  });
}
