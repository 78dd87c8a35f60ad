import { Text, TextInput } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/api.ts';
import { Action } from '../../parts/action.tsx';
import { Form, Unplaced } from '../../parts/form.tsx';
import { say } from '../../parts/notice.ts';
import { refusalOf } from '../../parts/refusal.ts';
import type { Chosen } from './chosen.ts';
import { useTemplateWords } from './words.ts';

/** The sample, sent for good to whoever looks at it. */
export function SendTest({ chosen: { template, channel, locale, sample } }: Readonly<{ chosen: Chosen }>) {
  const words = useTemplateWords();
  const [slackChannel, setSlackChannel] = useState('');
  const isSlack = channel === 'slack';
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      api.notifier.sendTestMessage({
        key: template.key,
        channel,
        locale,
        sample,
        ...(isSlack && { slackChannel: slackChannel.trim() }),
      }),
    onSuccess: () => say(words.tested),
  });
  const refusal = refusalOf(error, isSlack ? ['slackChannel'] : []);
  return (
    <Form refusal={refusal} onSubmit={mutate}>
      {isSlack && (
        <TextInput
          label={words.slackChannel}
          placeholder="#general"
          value={slackChannel}
          onChange={({ currentTarget }) => setSlackChannel(currentTarget.value)}
          error={refusal.at('slackChannel')}
          maxLength={81}
        />
      )}
      <Unplaced refusal={refusal} />
      <div>
        <Action type="submit" variant="default" busy={isPending} leftSection={<IconSend size={20} aria-hidden />}>
          {words.test}
        </Action>
        <Text size="sm" c="dimmed" mt={4}>
          {isSlack ? words.testSlackHint : words.testHint}
        </Text>
      </div>
    </Form>
  );
}
