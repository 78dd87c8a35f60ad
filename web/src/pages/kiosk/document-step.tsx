import { useState } from 'react';
import type { AcceptanceInput, ReceptionDocument } from '@guildhall/client';
import { Signature } from '../../parts/signature.tsx';
import { KioskStep } from './step.tsx';
import { useKioskWords } from './words.ts';

type Props = Readonly<{
  documents: readonly ReceptionDocument[];
  onAccepted: (acceptances: readonly AcceptanceInput[]) => void;
  onBack: () => void;
}>;

/** What is to be read and accepted, one after the other. */
export function DocumentStep({ documents, onAccepted, onBack }: Props) {
  const words = useKioskWords();
  const [given, give] = useState<readonly AcceptanceInput[]>([]);
  const [signature, sign] = useState<string>();
  const one = documents[given.length];
  if (!one) return null;
  const accept = (): void => {
    const acceptance = { documentId: one.id, version: one.version, ...(signature && { signature }) };
    const next = [...given, acceptance];
    sign(undefined);
    if (next.length === documents.length) onAccepted(next);
    else give(next);
  };
  const back = (): void => (given.length === 0 ? onBack() : give(given.slice(0, -1)));
  return (
    <KioskStep
      key={one.id}
      title={one.title}
      {...(documents.length > 1 && { hint: words.documentOf(given.length + 1, documents.length) })}
      onBack={back}
      foot={
        <button
          type="button"
          className="kiosk-button kiosk-primary"
          disabled={one.needsSignature && !signature}
          onClick={accept}
        >
          {words.accept}
        </button>
      }
    >
      <div className="kiosk-document" tabIndex={0} role="region" aria-label={one.title}>
        {one.text}
      </div>
      {one.needsSignature && <Signature onChange={sign} />}
    </KioskStep>
  );
}
