import { Group } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Action } from '../../parts/action.tsx';
import { Asked } from '../../parts/asked.tsx';
import { say } from '../../parts/notice.ts';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useWords } from '../../words/words.ts';
import { SecretDialog } from './secret-dialog.tsx';
import { type Hook, useSource } from './source.ts';

/** A trial, a new secret, and the end of it. */
export function WebhookActs({ webhook }: Readonly<{ webhook: Hook }>) {
  const { admin } = useWords();
  const { webhooks: words } = admin;
  const client = useQueryClient();
  const navigate = useNavigate();
  const webhookId = webhook.id;
  const source = useSource();
  const ping = useMutation({
    mutationFn: () => source.ping(webhookId),
    onSuccess: () => say(words.pinged),
    onSettled: () => client.invalidateQueries({ queryKey: [source.key, 'calls', webhookId] }),
  });
  const rotate = useMutation({ mutationFn: () => source.rotate(webhookId), gcTime: 0 });
  const remove = useMutation({
    mutationFn: () => source.remove(webhookId),
    onSuccess: async () => {
      say(words.deleted);
      await navigate({ to: source.path });
      await client.invalidateQueries({ queryKey: [source.key] });
    },
  });
  const error = ping.error ?? rotate.error ?? remove.error;
  const secret = rotate.data?.secret;
  return (
    <>
      {error && <ProblemAlert error={error} />}
      <Group gap="sm">
        <Action variant="default" busy={ping.isPending} onClick={() => ping.mutate()}>
          {words.ping}
        </Action>
        <Asked question={words.rotateAsk} action={words.rotate} busy={rotate.isPending} onConfirm={rotate.mutate} />
        <Asked
          variant="light"
          color="red"
          question={words.deleteAsk(webhook.settings.url)}
          action={words.delete}
          busy={remove.isPending}
          onConfirm={remove.mutate}
        />
      </Group>
      {secret && <SecretDialog secret={secret} onClose={rotate.reset} />}
    </>
  );
}
