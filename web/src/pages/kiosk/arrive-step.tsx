import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { isProblem } from '../../api/problem.ts';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { KioskBadge } from './kiosk-badge.tsx';
import { kioskApi, useDevice, useDoOrKeep } from './connection.ts';
import { addGuest } from './queue.ts';
import { Result } from './result.tsx';
import { KioskStep } from './step.tsx';
import { shownName, type Visit, whoOf } from './visit.ts';
import { useKioskWords } from './words.ts';

type Props = Readonly<{ visit: Visit; onDone: () => void; onBack: () => void; onContractor: () => void }>;

/** Signs the visitor in, and welcomes them. */
export function ArriveStep({ visit, onDone, onBack, onContractor }: Props) {
  const words = useKioskWords();
  const { mutate, data, error } = useArrival(visit);
  const isBegun = useRef(false);
  useEffect(() => {
    if (isBegun.current) return;
    isBegun.current = true;
    mutate(undefined, {
      // Only the platform knows that the invitation is one of a contractor.
      onError: (problem) => {
        if (visit.invitation && visit.kind === 'visitor' && isProblem(problem, 'register.documents_missing'))
          onContractor();
      },
    });
  }, [mutate, visit, onContractor]);
  if (error) {
    return (
      <KioskStep title={words.whoTitle} onBack={onBack}>
        <ProblemAlert error={error} />
      </KioskStep>
    );
  }
  if (!data) return <Waiting />;
  const name = data.answer?.shownName ?? shownName(visit.expected?.name ?? visit.name);
  const host = data.answer?.hostName ?? '';
  return (
    <Result
      title={words.arrived(name)}
      tone="in"
      isKept={!data.answer}
      lines={[...(host ? [words.hostTold(host)] : []), words.seat]}
      onDone={onDone}
    >
      {data.answer && <KioskBadge visitorId={data.answer.visitorId} name={name} />}
    </Result>
  );
}

function useArrival(visit: Visit) {
  const { token, config } = useDevice();
  const doOrKeep = useDoOrKeep();
  return useMutation({
    mutationFn: async () => {
      const who = whoOf(visit);
      const { entrance } = config.kiosk;
      const rest = { acceptances: visit.acceptances, ...(entrance && { entrance }) };
      // An invitation is read by the platform: without it nobody knows whose it is.
      const kept = visit.invitation ? undefined : { arrival: { ...who, ...rest } };
      const done = await doOrKeep((api, id) => api.receiveAtKiosk({ ...who, ...rest }, { idempotencyKey: id }), kept);
      const { id, at, answer } = done;
      const visitorId = answer?.visitorId ?? visit.expected?.id;
      const name = visit.expected?.name ?? (visit.name.trim() || answer?.shownName);
      if (name) await addGuest({ id: visitorId ?? id, name, at, ...(visitorId && { visitorId }) });
      // Who is in is in, with or without a photo.
      if (answer && visit.photo) await sendPhoto(token, answer.visitorId, visit.photo).catch(() => undefined);
      return { answer };
    },
  });
}

const sendPhoto = (token: string, visitorId: string, photo: Blob): Promise<void> =>
  kioskApi(token).setPhotoAtKiosk({ visitorId, photo });
