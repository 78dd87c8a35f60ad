import { Fieldset, NativeSelect, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { SlackPresence } from '@guildhall/client';
import type { Refusal } from '../../parts/refusal.ts';
import { useWords } from '../../words/words.ts';
import type { Draft } from './draft.ts';
import { WebhooksInput } from './webhooks-input.tsx';

type Props = Readonly<{ draft: Draft; refusal: Refusal; onChange: (change: Partial<Draft>) => void }>;

/** Who else is told: Slack by webhook or by its app, and a summary of the day. */
export function TellingInputs({ draft, refusal, onChange }: Props) {
  return (
    <>
      <SlackApp
        value={draft.slackPresence}
        error={refusal.at('slackPresence')}
        onChange={(change) => onChange({ slackPresence: { ...draft.slackPresence, ...change } })}
      />
      <WebhooksInput
        value={draft.slackWebhooks}
        onChange={(slackWebhooks) => onChange({ slackWebhooks })}
        refusal={refusal}
      />
      <DigestInputs draft={draft} refusal={refusal} onChange={onChange} />
    </>
  );
}

type SlackProps = Readonly<{
  value: SlackPresence;
  error: string | undefined;
  onChange: (change: Partial<SlackPresence>) => void;
}>;

function SlackApp({ value, error, onChange }: SlackProps) {
  const { siteSettings: words, sites } = useWords();
  const privacies = { name: sites.privacyName, initials: sites.privacyInitials, count: sites.privacyCount };
  return (
    <Fieldset legend={words.slackApp}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {words.slackAppHint}
        </Text>
        <TextInput
          label={words.channel}
          description={words.channelHint}
          value={value.channel}
          onChange={({ currentTarget }) => onChange({ channel: currentTarget.value })}
          error={error}
          maxLength={100}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <NativeSelect
            label={words.mode}
            data={Object.entries(words.modes).map(([mode, label]) => ({ value: mode, label }))}
            value={value.mode}
            onChange={({ currentTarget }) => onChange({ mode: currentTarget.value as SlackPresence['mode'] })}
          />
          <NativeSelect
            label={sites.privacy}
            data={Object.entries(privacies).map(([privacy, label]) => ({ value: privacy, label }))}
            value={value.privacy}
            onChange={({ currentTarget }) => onChange({ privacy: currentTarget.value as SlackPresence['privacy'] })}
          />
        </SimpleGrid>
      </Stack>
    </Fieldset>
  );
}

function DigestInputs({ draft, refusal, onChange }: Props) {
  const { siteSettings: words } = useWords();
  return (
    <Fieldset legend={words.digest}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {words.digestHint}
        </Text>
        <TextInput
          type="time"
          label={words.digestTime}
          description={words.digestTimeHint}
          value={draft.digestTime}
          onChange={({ currentTarget }) => onChange({ digestTime: currentTarget.value })}
          error={refusal.at('digest.time')}
        />
        {draft.digestTime && (
          <>
            <TextInput
              label={words.channel}
              description={words.channelHint}
              value={draft.digestChannel}
              onChange={({ currentTarget }) => onChange({ digestChannel: currentTarget.value })}
              error={refusal.at('digest.slackChannel')}
              maxLength={100}
            />
            <Textarea
              label={words.digestEmails}
              description={words.onePerLine}
              rows={2}
              value={draft.digestEmails}
              onChange={({ currentTarget }) => onChange({ digestEmails: currentTarget.value })}
              error={refusal.at('digest.emails')}
            />
          </>
        )}
      </Stack>
    </Fieldset>
  );
}
