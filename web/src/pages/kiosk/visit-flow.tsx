import { useState } from 'react';
import { ArriveStep } from './arrive-step.tsx';
import { DocumentStep } from './document-step.tsx';
import { HostStep } from './host-step.tsx';
import { PhotoStep } from './photo-step.tsx';
import { useDevice } from './connection.ts';
import { documentsFor, noVisit, type Visit } from './visit.ts';
import { WhoStep } from './who-step.tsx';

type Props = Readonly<{ isAway: boolean; onDone: () => void }>;

type Step = 'who' | 'host' | 'documents' | 'photo' | 'arrive';

/** Who, whom, what is to be read, a photo for those who like, and welcome. */
export function VisitFlow({ isAway, onDone }: Props) {
  const { config } = useDevice();
  const [visit, setVisit] = useState<Visit>(noVisit);
  const [step, go] = useState<Step>('who');
  const documents = documentsFor(config.documents, visit.kind);
  const set = (change: Partial<Visit>): void => setVisit((before) => ({ ...before, ...change }));
  const asksHost = !visit.expected && !visit.invitation;
  const steps: readonly Step[] = [
    'who',
    ...(asksHost ? (['host'] as const) : []),
    ...(documents.length > 0 ? (['documents'] as const) : []),
    ...(config.photo === 'optional' && !isAway ? (['photo'] as const) : []),
    'arrive',
  ];
  const move = (by: 1 | -1, from: readonly Step[] = steps): void => go(from[from.indexOf(step) + by] ?? 'arrive');
  switch (step) {
    case 'who':
      return (
        <WhoStep
          visit={visit}
          isAway={isAway}
          onBack={onDone}
          onSaid={(said) => {
            const next = { ...said, acceptances: [] };
            setVisit(next);
            const wants = documentsFor(config.documents, next.kind).length > 0;
            if (!next.expected && !next.invitation) go('host');
            else go(wants ? 'documents' : (steps.find((one) => one === 'photo') ?? 'arrive'));
          }}
        />
      );
    case 'host':
      return (
        <HostStep
          isAway={isAway}
          onBack={() => move(-1)}
          onHost={(hostId, hostName) => {
            set({ hostId, hostName });
            move(1);
          }}
        />
      );
    case 'documents':
      return (
        <DocumentStep
          documents={documents}
          onBack={() => move(-1)}
          onAccepted={(acceptances) => {
            set({ acceptances });
            move(1);
          }}
        />
      );
    case 'photo':
      return (
        <PhotoStep
          onBack={() => move(-1)}
          onPhoto={(photo) => {
            if (photo) set({ photo });
            move(1);
          }}
        />
      );
    default:
      return (
        <ArriveStep
          visit={visit}
          onDone={onDone}
          onBack={() => go('who')}
          onContractor={() => {
            set({ kind: 'contractor' });
            go('documents');
          }}
        />
      );
  }
}
