import { Button, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useWords } from '../../words/words.ts';
import type { Webhook } from './draft.ts';

type Props = Readonly<{
  webhook: Webhook;
  error: string | undefined;
  onChange: (change: Partial<Webhook>) => void;
  onRemove: () => void;
}>;

/** One channel: its address, which movements it hears of, and how much of the name. */
export function WebhookInput({ webhook, error, onChange, onRemove }: Props) {
  const { sites: words } = useWords();
  const movements = [
    { value: 'both', label: words.both },
    { value: 'in', label: words.in },
    { value: 'out', label: words.out },
  ];
  const privacies = [
    { value: 'name', label: words.privacyName },
    { value: 'initials', label: words.privacyInitials },
    { value: 'count', label: words.privacyCount },
  ];
  return (
    <Stack gap="sm">
      <TextInput
        label={words.slackUrl}
        type="url"
        value={webhook.url}
        error={error}
        maxLength={500}
        onChange={({ currentTarget }) => onChange({ url: currentTarget.value })}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <NativeSelect
          label={words.movements}
          data={movements}
          value={webhook.movements}
          onChange={({ currentTarget }) => onChange({ movements: currentTarget.value as Webhook['movements'] })}
        />
        <NativeSelect
          label={words.privacy}
          data={privacies}
          value={webhook.privacy}
          onChange={({ currentTarget }) => onChange({ privacy: currentTarget.value as Webhook['privacy'] })}
        />
      </SimpleGrid>
      <Button variant="subtle" color="red" leftSection={<IconTrash size={18} aria-hidden />} onClick={onRemove}>
        {words.slackRemove}
      </Button>
    </Stack>
  );
}
