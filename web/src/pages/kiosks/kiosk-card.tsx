import { Button, Card } from '@mantine/core';
import {
  IconCircleCheck,
  IconCircleOff,
  IconDeviceTablet,
  IconDoor,
  IconHourglass,
  IconPencil,
} from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/api.ts';
import type { Kiosk, PairingCode } from '@guildhall/client';
import { Action } from '../../parts/action.tsx';
import { Asked } from '../../parts/asked.tsx';
import { say } from '../../parts/notice.ts';
import { Own } from '../../parts/own.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Tag } from '../../parts/tag.tsx';
import { useTimes } from '../../words/times.ts';
import { useWords } from '../../words/words.ts';

const looks = {
  unpaired: { tone: 'note', icon: IconHourglass },
  paired: { tone: 'good', icon: IconCircleCheck },
  revoked: { tone: 'bad', icon: IconCircleOff },
} as const;

type Props = Readonly<{ kiosk: Kiosk; siteName: string; onEdit: () => void; onCode: (pairing: PairingCode) => void }>;

export function KioskCard({ kiosk, siteName, onEdit, onCode }: Props) {
  const { admin } = useWords();
  const { kiosks: words } = admin;
  const times = useTimes();
  const { name, entrance, kind, status, lastSeenAt } = kiosk;
  const { tone, icon } = looks[status];
  const heard = lastSeenAt ? words.lastSeen(times.ago(lastSeenAt)) : words.never;
  return (
    <Card withBorder radius="lg">
      <Own
        icon={kind === 'kiosk' ? IconDeviceTablet : IconDoor}
        title={name}
        hint={[siteName, entrance, words.kinds[kind], heard].filter(Boolean).join(' · ')}
        tags={
          <Tag tone={tone} icon={icon}>
            {words.states[status]}
          </Tag>
        }
      >
        {status !== 'revoked' && <Acts kiosk={kiosk} onEdit={onEdit} onCode={onCode} />}
      </Own>
    </Card>
  );
}

function Acts({ kiosk, onEdit, onCode }: Omit<Props, 'siteName'>) {
  const { admin } = useWords();
  const { kiosks: words } = admin;
  const client = useQueryClient();
  const { id: kioskId, name, status } = kiosk;
  const onSettled = () => client.invalidateQueries({ queryKey: ['kiosks'] });
  const code = useMutation({
    mutationFn: () => api.register.createPairingCode({ kioskId }),
    onSuccess: onCode,
    onSettled,
  });
  const revoke = useMutation({
    mutationFn: () => api.register.revokeKiosk({ kioskId }),
    onSuccess: () => say(words.revoked),
    onSettled,
  });
  const error = code.error ?? revoke.error;
  const label = words.newCodeNamed(name);
  return (
    <>
      {status === 'unpaired' ? (
        <Action variant="default" aria-label={label} busy={code.isPending} onClick={() => code.mutate()}>
          {words.newCode}
        </Action>
      ) : (
        <Asked
          question={words.newCodeAsk(name)}
          action={words.newCode}
          label={label}
          busy={code.isPending}
          onConfirm={code.mutate}
        />
      )}
      <Button variant="default" px="sm" miw={44} aria-label={words.edit(name)} onClick={onEdit}>
        <IconPencil size={20} aria-hidden />
      </Button>
      <Asked
        question={words.revokeAsk(name)}
        action={words.revoke}
        label={words.revokeNamed(name)}
        busy={revoke.isPending}
        onConfirm={revoke.mutate}
      />
      {error && <ProblemAlert error={error} />}
    </>
  );
}
