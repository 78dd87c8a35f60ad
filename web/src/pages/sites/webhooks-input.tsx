import { Button, Fieldset, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useWords } from '../../words/words.ts';
import type { Webhook } from './draft.ts';

type Props = Readonly<{
  value: readonly Webhook[];
  onChange: (webhooks: readonly Webhook[]) => void;
  fields: ReadonlyMap<string, string>;
}>;

const blank: Webhook = { url: '', movements: 'both', privacy: 'name' };

/** Which Slack channels are told of movements, and how much. */
export function WebhooksInput({ value, onChange, fields }: Props) {
  const { sites: words } = useWords();
  const replace = (index: number, change: Partial<Webhook>): void =>
    onChange(value.map((webhook, place) => (place === index ? { ...webhook, ...change } : webhook)));
  return (
    <Fieldset legend={words.slack}>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {words.slackHint}
        </Text>
        {value.map((webhook, index) => (
          <WebhookInput
            key={index}
            webhook={webhook}
            error={fields.get(`slackWebhooks.${index}.url`)}
            onChange={(change) => replace(index, change)}
            onRemove={() => onChange(value.filter((_, place) => place !== index))}
          />
        ))}
        <Button
          variant="default"
          leftSection={<IconPlus size={20} aria-hidden />}
          onClick={() => onChange([...value, blank])}
        >
          {words.slackAdd}
        </Button>
      </Stack>
    </Fieldset>
  );
}

type OneProps = Readonly<{
  webhook: Webhook;
  error: string | undefined;
  onChange: (change: Partial<Webhook>) => void;
  onRemove: () => void;
}>;

function WebhookInput({ webhook, error, onChange, onRemove }: OneProps) {
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
    <Stack gap="xs">
      <TextInput
        label={words.slackUrl}
        type="url"
        value={webhook.url}
        error={error}
        maxLength={500}
        onChange={({ currentTarget }) => onChange({ url: currentTarget.value })}
      />
      <Group grow>
        <Select
          label={words.movements}
          data={movements}
          value={webhook.movements}
          onChange={(chosen) => onChange({ movements: chosen as Webhook['movements'] })}
        />
        <Select
          label={words.privacy}
          data={privacies}
          value={webhook.privacy}
          onChange={(chosen) => onChange({ privacy: chosen as Webhook['privacy'] })}
        />
      </Group>
      <Group>
        <Button variant="subtle" color="red" leftSection={<IconTrash size={18} aria-hidden />} onClick={onRemove}>
          {words.slackRemove}
        </Button>
      </Group>
    </Stack>
  );
}
