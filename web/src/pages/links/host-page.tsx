import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ArrivalLink } from '@guildhall/client';
import { api } from '../../api/api.ts';
import { Action } from '../../parts/action.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useTimes } from '../../words/times.ts';
import { LinkFrame, LinkTrouble } from './link-frame.tsx';
import { useLinksWords } from './words.ts';

const answers = ['coming', 'later', 'declined', 'collected'] as const;

/** The host says what happens with the visitor who waits, from the link in the message. */
export function HostPage() {
  const words = useLinksWords();
  const { token } = useParams({ from: '/h/$token' });
  const { data, error, refetch } = useQuery({
    queryKey: ['host-answer', token],
    queryFn: () => api.register.getArrivalLink({ token }),
  });
  return (
    <LinkFrame title={words.hostTitle}>
      {!data && <LinkTrouble error={error} onRetry={() => void refetch()} />}
      {data && <Question token={token} arrival={data} />}
    </LinkFrame>
  );
}

function Question({ token, arrival }: Readonly<{ token: string; arrival: ArrivalLink }>) {
  const words = useLinksWords();
  const times = useTimes();
  const client = useQueryClient();
  const { visitorName, company, siteName, arrivedAt } = arrival;
  // Absent as long as the host has not said anything.
  const said: ArrivalLink['answer'] | undefined = arrival.answer;
  const { mutate, isPending, variables, error } = useMutation({
    mutationFn: (answer: (typeof answers)[number]) => api.register.answerByLink({ token, answer }),
    onSuccess: (next) => client.setQueryData(['host-answer', token], next),
  });
  return (
    <>
      <p className="link-said">{words.hostWaits(visitorName, company, siteName)}</p>
      {arrivedAt && <p>{words.hostSince(times.time(arrivedAt))}</p>}
      <div role="status">{said && <strong>{words.hostAnswered(words.hostAnswer[said])}</strong>}</div>
      {error && <ProblemAlert error={error} />}
      {answers.map((answer) => (
        <Action
          key={answer}
          className="link-button"
          size="lg"
          fullWidth
          variant={answer === 'coming' ? 'filled' : 'default'}
          data-said={said === answer || undefined}
          busy={isPending && variables === answer}
          onClick={() => mutate(answer)}
        >
          {words.hostAnswer[answer]}
        </Action>
      ))}
    </>
  );
}
