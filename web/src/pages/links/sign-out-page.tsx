import { IconDoorExit } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { SignOutLink } from '@guildhall/client';
import { api } from '../../api/api.ts';
import { Action } from '../../parts/action.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useTimes } from '../../words/times.ts';
import { LinkFrame, LinkTrouble } from './link-frame.tsx';
import { useLinksWords } from './words.ts';

/** One tap out of a reminder. The page changes nothing until the button is pressed. */
export function SignOutPage() {
  const words = useLinksWords();
  const { token } = useParams({ from: '/o/$token' });
  const client = useQueryClient();
  const queryKey = ['sign-out-link', token];
  const { data, error, refetch } = useQuery({ queryKey, queryFn: () => api.register.readSignOutLink({ token }) });
  const leave = useMutation({
    mutationFn: () => api.register.useSignOutLink({ token }),
    onSuccess: (link) => client.setQueryData(queryKey, link),
  });
  return (
    <LinkFrame title={words.signOutTitle} tone={data && (data.open ? 'in' : 'out')}>
      {!data && <LinkTrouble error={error} onRetry={() => void refetch()} />}
      {data && <Said link={data} />}
      {leave.error && <ProblemAlert error={leave.error} />}
      {data?.open && (
        <Action
          className="link-button"
          color="red.9"
          size="xl"
          fullWidth
          busy={leave.isPending}
          leftSection={<IconDoorExit size={32} aria-hidden />}
          onClick={() => leave.mutate()}
        >
          {words.signOutDo}
        </Action>
      )}
    </LinkFrame>
  );
}

function Said({ link }: Readonly<{ link: SignOutLink }>) {
  const words = useLinksWords();
  const { siteName, signedInAt, open, changed, leftAt, timeZone } = link;
  const times = useTimes(timeZone);
  if (open) return <p className="link-said">{words.signOutOpen(siteName, times.time(signedInAt))}</p>;
  const past = leftAt ? words.signOutOver(siteName, times.time(leftAt)) : words.signOutGone(siteName);
  return (
    <p className="link-said" role="status">
      {changed ? words.signOutDone : past}
    </p>
  );
}
