import { Group } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../../api/api.ts';
import type { Person } from '@guildhall/client';
import { useMay } from '../../api/session.ts';
import { Action } from '../../parts/action.tsx';
import { Asked } from '../../parts/asked.tsx';
import { say } from '../../parts/notice.ts';
import { ProblemAlert } from '../../parts/problem.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { Section } from '../../parts/section.tsx';
import { useProven } from '../../proof/use-proven.tsx';
import { useWords } from '../../words/words.ts';

type Props = Readonly<{ person: Person }>;

/** Handing out what is kept of a person, and erasing it. Both ask who is there. */
export function PersonRecords({ person }: Props) {
  const { records: words } = useWords();
  const may = useMay();
  if (!may('people.export') && !may('people.erase')) return null;
  return (
    <Section title={words.export}>
      <Group gap="sm">
        {may('people.export') && <Exports person={person} />}
        {may('people.erase') && <Erase person={person} />}
      </Group>
    </Section>
  );
}

function Exports({ person }: Props) {
  const { records: words } = useWords();
  const asked = { personId: person.id };
  const { mutate, isPending, error, dialog } = useProven({
    mutationFn: async (which: 'account' | 'visits') =>
      saveFile(
        `${person.handle} ${which}.json`,
        await (which === 'account' ? api.identity.exportPerson(asked) : api.register.exportPersonRecords(asked)),
      ),
  });
  const icon = <IconDownload size={20} aria-hidden />;
  return (
    <>
      {error && <ProblemAlert error={error} />}
      <Action variant="default" leftSection={icon} busy={isPending} onClick={() => mutate('account')}>
        {words.exportAccount}
      </Action>
      <Action variant="default" leftSection={icon} busy={isPending} onClick={() => mutate('visits')}>
        {words.exportVisits}
      </Action>
      {dialog}
    </>
  );
}

function Erase({ person }: Props) {
  const { records: words } = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { mutate, isPending, error, dialog } = useProven<void, unknown>({
    mutationFn: () => api.identity.erasePerson({ personId: person.id }),
    onSuccess: async () => {
      say(words.erased(person.displayName));
      await navigate({ to: '/people' });
      await client.invalidateQueries({ queryKey: ['people'] });
    },
  });
  return (
    <>
      {error && <ProblemAlert error={error} />}
      <Asked
        variant="light"
        color="red"
        question={words.eraseAsk(person.displayName)}
        action={words.erase}
        busy={isPending}
        onConfirm={() => mutate()}
      />
      {dialog}
    </>
  );
}
