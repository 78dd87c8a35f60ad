import { useEffect, useRef, useState } from 'react';
import { api } from '../../api/api.ts';
import { offerPasskey, offersPasskeys } from '../../api/passkeys.ts';

/** Less than the platform waits for the answer to what it asked. */
const renewMs = 4 * 60_000;

/** Signs in with a passkey that was chosen beside the input. False where none was, and none is offered any more. */
async function prompted(signal: AbortSignal): Promise<boolean> {
  if (!(await offersPasskeys())) return false;
  while (!signal.aborted) {
    await seen(signal);
    const ceremony = await api.identity.startPasskeySignIn();
    const renewed = AbortSignal.timeout(renewMs);
    const credential = await offerPasskey(ceremony, AbortSignal.any([signal, renewed])).catch(() => undefined);
    if (credential) {
      await api.identity.finishPasskeySignIn({ ceremonyId: ceremony.ceremonyId, credential });
      return true;
    }
    if (!renewed.aborted) return false;
  }
  return false;
}

/** A page that nobody looks at asks nothing. */
async function seen(signal: AbortSignal): Promise<void> {
  if (!document.hidden) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  document.addEventListener('visibilitychange', () => resolve(), { once: true, signal });
  signal.addEventListener('abort', () => resolve(), { once: true });
  await promise;
}

/** Has the browser offer the passkeys of this site where one types, next to what it filled in before. */
export function usePasskeyPrompt(onSignedIn: () => Promise<void>): Error | undefined {
  const [error, setError] = useState<Error>();
  const latest = useRef(onSignedIn);
  latest.current = onSignedIn;
  useEffect(() => {
    const leaving = new AbortController();
    prompted(leaving.signal)
      .then(async (isIn) => (isIn ? latest.current() : undefined))
      .catch((refused: unknown) => {
        if (!leaving.signal.aborted && refused instanceof Error) setError(refused);
      });
    return () => leaving.abort();
  }, []);
  return error;
}
