import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { MailSubscription } from '@guildhall/client';
import { api } from '../../api/api.ts';
import { Action } from '../../parts/action.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useNotificationWords } from '../profile/notification-words.ts';
import { LinkFrame, LinkTrouble } from './link-frame.tsx';

/** From the foot of a mail: no more of its kind, without signing in. Looking at it changes nothing. */
export function UnsubscribePage() {
  const words = useNotificationWords();
  const { token } = useParams({ from: '/unsubscribe/$token' });
  const { data, error, refetch } = useQuery({
    queryKey: ['unsubscribe', token],
    queryFn: () => api.notifier.readUnsubscribeLink({ token }),
  });
  return (
    <LinkFrame title={words.unsubscribeTitle}>
      {!data && <LinkTrouble error={error} onRetry={() => void refetch()} />}
      {data && <Question token={token} subscription={data} />}
    </LinkFrame>
  );
}

function Question({ token, subscription }: Readonly<{ token: string; subscription: MailSubscription }>) {
  const words = useNotificationWords();
  const client = useQueryClient();
  const { mutate, isPending, isSuccess, error } = useMutation({
    mutationFn: (unsubscribe: boolean) => api.notifier.useUnsubscribeLink({ token, unsubscribe }),
    onSuccess: (changed) => client.setQueryData(['unsubscribe', token], changed),
  });
  const { subscribed } = subscription;
  const category = words.categories[subscription.category];
  const said = subscribed ? words.subscribed(category) : words.unsubscribed(category);
  const isAsked = subscribed && !isSuccess;
  return (
    <>
      {isAsked && <p className="link-said">{words.unsubscribeAsk(category)}</p>}
      <div role="status" className="link-noted">
        {!isAsked && <strong>{said}</strong>}
      </div>
      {error && <ProblemAlert error={error} />}
      <Action
        className="link-button"
        size="lg"
        fullWidth
        variant={subscribed ? 'filled' : 'default'}
        busy={isPending}
        onClick={() => mutate(subscribed)}
      >
        {subscribed ? words.unsubscribeDo : words.resubscribeDo}
      </Action>
      <p>{words.unsubscribeRest}</p>
    </>
  );
}
