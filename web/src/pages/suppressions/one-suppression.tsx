import { IconBell, IconDeviceMobile, type Icon, IconMail } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Suppression } from '@guildhall/client';
import { api } from '../../api/api.ts';
import { Asked } from '../../parts/asked.tsx';
import { say } from '../../parts/notice.ts';
import { Own } from '../../parts/own.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useTimes } from '../../words/times.ts';
import { useSuppressionWords } from './words.ts';

const icons: Readonly<Partial<Record<Suppression['channel'], Icon>>> = {
  email: IconMail,
  sms: IconDeviceMobile,
  push: IconBell,
};

/** One address: why nothing is sent there, since when, and the way back. */
export function OneSuppression({ suppression }: Readonly<{ suppression: Suppression }>) {
  const words = useSuppressionWords();
  const times = useTimes();
  const client = useQueryClient();
  const { id, to, channel, reason, code, since } = suppression;
  const lift = useMutation({
    mutationFn: () => api.notifier.liftSuppression({ suppressionId: id }),
    onSuccess: () => say(words.lifted(to)),
    onSettled: () => client.invalidateQueries({ queryKey: ['suppressions'] }),
  });
  return (
    <div className="suppression">
      <Own
        icon={icons[channel] ?? IconMail}
        title={<span style={{ overflowWrap: 'anywhere' }}>{to}</span>}
        hint={
          <span title={times.moment(since)}>
            {words.reasons[reason]}
            {code && ` (${code})`} · {times.ago(since)}
          </span>
        }
      >
        <Asked
          question={words.liftAsk(to)}
          action={words.lift}
          label={words.liftNamed(to)}
          busy={lift.isPending}
          onConfirm={() => lift.mutate()}
        />
      </Own>
      {lift.error && <ProblemAlert error={lift.error} />}
    </div>
  );
}
