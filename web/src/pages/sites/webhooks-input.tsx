import { Button, Fieldset, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { Refusal } from '../../parts/refusal.ts';
import { useWords } from '../../words/words.ts';
import { placeOf, type Webhook } from './draft.ts';
import { WebhookInput } from './webhook-input.tsx';

type Props = Readonly<{
  value: readonly Webhook[];
  onChange: (webhooks: readonly Webhook[]) => void;
  refusal: Refusal;
}>;

const blank: Webhook = { url: '', movements: 'both', privacy: 'name' };

/** Which Slack channels are told of movements, and how much. */
export function WebhooksInput({ value, onChange, refusal }: Props) {
  const { sites: words } = useWords();
  const replace = (index: number, change: Partial<Webhook>): void =>
    onChange(value.map((webhook, place) => (place === index ? { ...webhook, ...change } : webhook)));
  return (
    <Fieldset legend={words.slack}>
      <Stack gap="lg">
        <Text size="sm" c="dimmed">
          {words.slackHint}
        </Text>
        {value.map((webhook, index) => (
          <WebhookInput
            key={index}
            webhook={webhook}
            error={refusal.at(`slackWebhooks.${placeOf(value, index)}`)}
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
