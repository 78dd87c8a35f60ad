import type { Sealer } from '@guildhall/messaging';
import { z } from 'zod';
import type { ApplicationTokens } from '../../app/applications/ports.ts';

const context = 'volunteer-application';

const Proof = z.object({ id: z.string(), nonce: z.string() });

/** What a link carries, sealed: nobody makes one, and none of another kind counts. */
export const applicationTokens = (sealer: Sealer): ApplicationTokens => ({
  seal: (proof) => Buffer.from(sealer.seal(proof, context)).toString('base64url'),
  open: (token) => {
    try {
      return Proof.parse(sealer.open(Buffer.from(token, 'base64url'), context));
    } catch {
      return undefined;
    }
  },
});
