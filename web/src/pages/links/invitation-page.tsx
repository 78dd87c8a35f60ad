import { IconDoorExit } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { Invitation } from '@guildhall/client';
import { api } from '../../api/api.ts';
import { Action } from '../../parts/action.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useTimes } from '../../words/times.ts';
import { LinkFrame, LinkTrouble } from './link-frame.tsx';
import { useLinksWords } from './words.ts';

/** A visitor's invitation: where, when, whom, and the code for the entrance. */
export function InvitationPage() {
  const words = useLinksWords();
  const { token } = useParams({ from: '/i/$token' });
  const client = useQueryClient();
  const queryKey = ['invitation', token];
  const { data, error, refetch } = useQuery({ queryKey, queryFn: () => api.register.getInvitation({ token }) });
  const leave = useMutation({
    mutationFn: () => api.register.leaveByLink({ token }),
    onSuccess: (invitation) => client.setQueryData(queryKey, invitation),
  });
  return (
    <LinkFrame
      title={data ? words.inviteTitle(data.siteName) : words.inviteTitle('…')}
      tone={data?.status === 'inside' ? 'in' : undefined}
    >
      {!data && <LinkTrouble error={error} onRetry={() => void refetch()} />}
      {data && <Particulars invitation={data} />}
      {data?.status === 'expected' && (
        <figure className="link-qr">
          <img src={`/api/register/links/invitation/${encodeURIComponent(token)}/qr.svg`} alt={words.inviteQr} />
          <figcaption>{words.inviteShow}</figcaption>
        </figure>
      )}
      {leave.error && <ProblemAlert error={leave.error} />}
      {data?.status === 'inside' && (
        <Action
          className="link-button"
          color="red.9"
          size="xl"
          fullWidth
          busy={leave.isPending}
          leftSection={<IconDoorExit size={32} aria-hidden />}
          onClick={() => leave.mutate()}
        >
          {words.inviteLeave}
        </Action>
      )}
    </LinkFrame>
  );
}

function Particulars({ invitation }: Readonly<{ invitation: Invitation }>) {
  const words = useLinksWords();
  const { visitorName, hostName, expectedOn, expectedFrom, expectedUntil, status } = invitation;
  // A calendar day has no zone of its own.
  const times = useTimes('UTC');
  const span = [expectedFrom && words.inviteFrom(expectedFrom), expectedUntil && words.inviteUntil(expectedUntil)];
  const says = {
    expected: undefined,
    inside: words.inviteInside,
    left: words.inviteLeft,
    cancelled: words.inviteCancelled,
    missed: words.inviteMissed,
    not_signed_out: words.inviteMissed,
  }[status];
  return (
    <>
      <p className="link-said">{words.inviteHello(visitorName)}</p>
      {says && (
        <p role="status">
          <strong>{says}</strong>
        </p>
      )}
      <dl className="link-facts">
        <div>
          <dt>{words.inviteWhen}</dt>
          <dd>
            {[expectedOn && times.day(expectedOn), span.filter(Boolean).join(' ') || words.inviteAnyTime].join(', ')}
          </dd>
        </div>
        {hostName && (
          <div>
            <dt>{words.inviteHost}</dt>
            <dd>{hostName}</dd>
          </div>
        )}
      </dl>
    </>
  );
}
