import { IconCircleCheck } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { api } from '../../api/api.ts';
import { isUnreachable } from '../../offline/remembered.ts';
import { Action } from '../../parts/action.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { LinkFrame, LinkTrouble } from './link-frame.tsx';
import { useLinksWords } from './words.ts';

const againMs = 3_000;

/** "I take care of it", from the link in a message: nobody else is asked then. Looking at it answers nothing. */
export function EscalationPage() {
  const words = useLinksWords();
  const { token } = useParams({ from: '/answer/$token' });
  const client = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey: ['escalation', token],
    queryFn: () => api.notifier.getEscalationAnswer({ token }),
  });
  const answer = useMutation({
    mutationFn: () => api.notifier.answerEscalation({ token }),
    onSuccess: (given) => client.setQueryData(['escalation', token], given),
    // Somebody waits for this word: it is said again until it is heard.
    retry: (_count, problem) => isUnreachable(problem),
    retryDelay: againMs,
  });
  const said = answer.isSuccess ? words.escalationDone : words.escalationOver;
  return (
    <LinkFrame title={words.escalationTitle}>
      {!data && <LinkTrouble error={error} onRetry={() => void refetch()} />}
      {data && !data.answered && <p className="link-said">{words.escalationAsk}</p>}
      <div role="status" className="link-noted">
        {data?.answered && <strong>{said}</strong>}
      </div>
      {answer.error && <ProblemAlert error={answer.error} />}
      {data && !data.answered && (
        <Action
          className="link-button"
          size="xl"
          fullWidth
          busy={answer.isPending}
          leftSection={<IconCircleCheck size={32} aria-hidden />}
          onClick={() => answer.mutate()}
        >
          {words.escalationDo}
        </Action>
      )}
    </LinkFrame>
  );
}
