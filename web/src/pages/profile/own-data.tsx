import { Group } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { api } from '../../api/api.ts';
import { toSignIn } from '../../api/leave.ts';
import { Action } from '../../parts/action.tsx';
import { Asked } from '../../parts/asked.tsx';
import { say } from '../../parts/notice.ts';
import { ProblemAlert } from '../../parts/problem.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { Section } from '../../parts/section.tsx';
import { useProven } from '../../proof/use-proven.tsx';
import { useWords } from '../../words/words.ts';

const files = {
  account: { name: 'my-account.json', get: () => api.identity.exportMe() },
  visits: { name: 'my-visits.json', get: () => api.register.exportMyRecords() },
} as const;

/** Taking one's data along, and leaving for good. */
export function OwnData() {
  const { account } = useWords();
  const client = useQueryClient();
  const router = useRouter();
  const fetchFile = useProven({
    mutationFn: async (which: keyof typeof files) => saveFile(files[which].name, await files[which].get()),
  });
  const erase = useProven<void, unknown>({
    mutationFn: () => api.identity.eraseMe(),
    onSuccess: async () => {
      say(account.erased);
      await toSignIn(client, router);
    },
  });
  const error = fetchFile.error ?? erase.error;
  const icon = <IconDownload size={20} aria-hidden />;
  return (
    <Section title={account.data} hint={account.dataHint}>
      {error && <ProblemAlert error={error} />}
      <Group gap="sm">
        <Action
          variant="default"
          leftSection={icon}
          busy={fetchFile.isPending}
          onClick={() => fetchFile.mutate('account')}
        >
          {account.exportAccount}
        </Action>
        <Action
          variant="default"
          leftSection={icon}
          busy={fetchFile.isPending}
          onClick={() => fetchFile.mutate('visits')}
        >
          {account.exportVisits}
        </Action>
        <Asked
          variant="light"
          color="red"
          question={account.eraseAsk}
          action={account.erase}
          busy={erase.isPending}
          onConfirm={() => erase.mutate()}
        />
      </Group>
      {fetchFile.dialog}
      {erase.dialog}
    </Section>
  );
}
