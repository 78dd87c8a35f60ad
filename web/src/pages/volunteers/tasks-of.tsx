import { useQuery } from '@tanstack/react-query';
import { volunteers } from '../../api/volunteers.ts';
import { Section } from '../../parts/section.tsx';
import { OneTask } from '../volunteer-systems/one-task.tsx';
import { useVolunteerWords } from './words.ts';

/** What people still have to do for one volunteer. */
export function TasksOf({ volunteerId }: Readonly<{ volunteerId: string }>) {
  const words = useVolunteerWords();
  const { data } = useQuery({
    queryKey: ['volunteers', 'tasks', 'open', volunteerId],
    queryFn: async () => (await volunteers.listTasks({ volunteerId })).tasks,
  });
  if (!data || data.length === 0) return null;
  return (
    <Section title={words.tasks}>
      {data.map((task) => (
        <OneTask key={task.taskId} task={task} />
      ))}
    </Section>
  );
}
