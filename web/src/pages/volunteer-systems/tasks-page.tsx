import { Stack, Text } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { volunteers } from '../../api/volunteers.ts';
import { Choice } from '../../parts/choice.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Sections } from '../volunteers/sections.tsx';
import { useVolunteerWords } from '../volunteers/words.ts';
import { OneTask } from './one-task.tsx';
import { useSystemWords } from './words.ts';

const states = ['open', 'done', 'all'] as const;

/** What people have to do because no program can. */
export function TasksPage() {
  const words = useSystemWords();
  const { tasks: title } = useVolunteerWords();
  const { state: asked } = useSearch({ from: '/signed-in/volunteers/tasks' });
  const state = states.find((one) => one === asked) ?? 'open';
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery({
    queryKey: ['volunteers', 'tasks', state],
    queryFn: async () => (await volunteers.listTasks({ state })).tasks,
  });
  return (
    <Page title={title}>
      <Sections />
      <Stack gap="lg">
        <Text c="dimmed">{words.tasksHint}</Text>
        <Choice
          legend={words.taskState}
          hideLegend
          value={state}
          options={states.map((value) => ({ value, label: words.taskStates[value] }))}
          onChange={(chosen) => void navigate({ to: '/volunteers/tasks', search: { state: chosen }, replace: true })}
        />
        {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Loading height={240} />}
        {data?.length === 0 && <Empty icon={IconListCheck} title={words.tasksNone} hint={words.tasksNoneHint} />}
        {data?.map((task) => (
          <OneTask key={task.taskId} task={task} />
        ))}
      </Stack>
    </Page>
  );
}
