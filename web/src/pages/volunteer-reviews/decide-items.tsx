import { Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { volunteers } from '../../api/volunteers.ts';
import { Action } from '../../parts/action.tsx';
import { Asked } from '../../parts/asked.tsx';
import { say } from '../../parts/notice.ts';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useReviewWords } from './words.ts';
import '../volunteer-rules/rules.css';

type Props = Readonly<{ reviewId: string; itemIds: readonly string[]; onDone: () => void }>;

// As many as the platform takes at once.
const mostAtOnce = 200;

/** Confirms or revokes what was ticked. What could not be decided is said, and stays. */
export function DecideItems({ reviewId, itemIds, onDone }: Props) {
  const words = useReviewWords();
  const client = useQueryClient();
  const { mutate, isPending, data, error } = useMutation({
    mutationFn: (decision: 'certify' | 'revoke') =>
      volunteers.decideReviewItems({ reviewId, itemIds: itemIds.slice(0, mostAtOnce), decision }),
    onSuccess: ({ items, failures }) => {
      say(words.done(items.length));
      if (failures.length === 0) onDone();
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['volunteers'] }),
  });
  const count = Math.min(itemIds.length, mostAtOnce);
  return (
    <>
      {error && <ProblemAlert error={error} />}
      {data && data.failures.length > 0 && (
        <div role="alert">
          <Text fw={600}>{words.failed}</Text>
          <ul className="detail-list">
            {data.failures.map(({ itemId, detail }) => (
              <li key={itemId}>{detail}</li>
            ))}
          </ul>
        </div>
      )}
      <div className="apply-bar">
        <Group gap="xs">
          <Action busy={isPending} onClick={() => mutate('certify')}>
            {words.certify(count)}
          </Action>
          <Asked
            question={words.revokeAsk(count)}
            action={words.revoke(count)}
            busy={isPending}
            onConfirm={() => mutate('revoke')}
          />
        </Group>
      </div>
    </>
  );
}
