import { Group, Text } from '@mantine/core';
import { api } from '../../api/api.ts';
import { Action } from '../../parts/action.tsx';
import { Asked } from '../../parts/asked.tsx';
import { say } from '../../parts/notice.ts';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Section } from '../../parts/section.tsx';
import { useProven } from '../../proof/use-proven.tsx';
import { useTimes } from '../../words/times.ts';
import { useWords } from '../../words/words.ts';

/** People who have not come for long: who they are, and erasing them. */
export function PersonRetention() {
  const { admin } = useWords();
  const { retention: words } = admin;
  const times = useTimes();
  const { mutate, isPending, error, data, dialog } = useProven({
    mutationFn: (dryRun: boolean) => api.identity.runPersonRetention({ dryRun }),
    onSuccess: ({ dryRun, erased }) => {
      if (!dryRun) say(words.peopleErased(erased));
    },
  });
  const people = data?.dryRun ? data.people : [];
  return (
    <Section title={words.people} hint={words.peopleHint}>
      {error && <ProblemAlert error={error} />}
      <div role="status">
        {data?.dryRun && people.length === 0 && <Text>{words.peopleNone}</Text>}
        <ul className="detail-list">
          {people.map(({ personId, displayName, lastSeenAt }) => (
            <li key={personId}>
              {displayName}, {words.lastSeen(times.ago(lastSeenAt))}
            </li>
          ))}
        </ul>
      </div>
      <Group gap="sm">
        <Action variant="default" busy={isPending} onClick={() => mutate(true)}>
          {words.peopleTry}
        </Action>
        {people.length > 0 && (
          <Asked
            variant="light"
            color="red"
            question={words.peopleAsk(people.length)}
            action={words.peopleRun}
            busy={isPending}
            onConfirm={() => mutate(false)}
          />
        )}
      </Group>
      {dialog}
    </Section>
  );
}
