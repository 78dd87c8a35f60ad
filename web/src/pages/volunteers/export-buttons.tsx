import { Group, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { volunteers } from '../../api/volunteers.ts';
import { Action } from '../../parts/action.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { saveFile } from '../../parts/save-file.ts';
import type { VolunteerSearch } from './search.ts';
import { useVolunteerWords } from './words.ts';

const formats = ['csv', 'xlsx'] as const;
type Format = (typeof formats)[number];

/** What the search finds, as a file that can be imported again. */
export function ExportButtons({ search }: Readonly<{ search: VolunteerSearch }>) {
  const words = useVolunteerWords();
  const { mutate, isPending, error, variables } = useMutation({
    mutationFn: async (format: Format) => {
      saveFile(`volunteers.${format}`, await volunteers.exportVolunteers({ ...search, format }));
    },
  });
  return (
    <>
      <Group gap="xs" role="group" aria-label={words.saveAs}>
        <Text size="sm" c="dimmed">
          {words.saveAs}
        </Text>
        {formats.map((format) => (
          <Action
            key={format}
            variant="default"
            busy={isPending && variables === format}
            leftSection={<IconDownload size={20} aria-hidden />}
            onClick={() => mutate(format)}
          >
            {words[format]}
          </Action>
        ))}
      </Group>
      {error && <ProblemAlert error={error} />}
    </>
  );
}
