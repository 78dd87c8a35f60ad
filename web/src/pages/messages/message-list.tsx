import { Accordion, Group, Stack, Text } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import {
  IconBan,
  IconBell,
  IconBrandSlack,
  IconCheck,
  IconChecks,
  IconClock,
  IconDeviceMobile,
  IconHourglassOff,
  IconInbox,
  IconMail,
  IconMailOpened,
  IconPlayerPause,
  IconSend,
  IconX,
} from '@tabler/icons-react';
import type { Message } from '@guildhall/client';
import type { Channel, MessageState } from '../../api/kinds.ts';
import { useNames } from '../../api/names.ts';
import { Tag, type Tone } from '../../parts/tag.tsx';
import { useTimes } from '../../words/times.ts';
import { useWords } from '../../words/words.ts';
import { MessageLink } from '../notifier-message/links.tsx';

const channelIcons: Readonly<Record<Channel, Icon>> = {
  email: IconMail,
  sms: IconDeviceMobile,
  slack: IconBrandSlack,
  push: IconBell,
  inbox: IconInbox,
};

const stateLooks: Readonly<Record<MessageState, { icon: Icon; tone: Tone }>> = {
  requested: { icon: IconClock, tone: 'plain' },
  held: { icon: IconPlayerPause, tone: 'plain' },
  sending: { icon: IconSend, tone: 'note' },
  sent: { icon: IconCheck, tone: 'good' },
  delivered: { icon: IconChecks, tone: 'good' },
  read: { icon: IconMailOpened, tone: 'good' },
  failed: { icon: IconX, tone: 'bad' },
  expired: { icon: IconHourglassOff, tone: 'bad' },
  cancelled: { icon: IconBan, tone: 'plain' },
};

/** Messages, each opening to its attempts. */
export function MessageList({ messages }: Readonly<{ messages: readonly Message[] }>) {
  // To its inbox a message goes by the person's id, which tells nobody anything.
  const nameOf = useNames(messages.flatMap(({ channel, to }) => (channel === 'inbox' ? [to] : [])));
  return (
    <Accordion variant="separated" radius="lg" order={2}>
      {messages.map((message) => (
        <Accordion.Item key={message.id} value={message.id}>
          <Accordion.Control>
            <Summary message={message} to={nameOf(message.to)} />
          </Accordion.Control>
          <Accordion.Panel>
            <Attempts message={message} />
          </Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  );
}

function Summary({ message, to }: Readonly<{ message: Message; to: string }>) {
  const { messages: words } = useWords();
  const times = useTimes();
  const Sign = channelIcons[message.channel];
  const { icon, tone } = stateLooks[message.state];
  return (
    <Group justify="space-between" gap="xs" pr="sm">
      <Group gap="sm" wrap="nowrap">
        <Sign aria-label={words[message.channel]} />
        <div>
          <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
            {to}
          </Text>
          <Text size="sm" c="dimmed" title={times.moment(message.requestedAt)}>
            {message.template} · {times.ago(message.requestedAt)}
          </Text>
        </div>
      </Group>
      <Tag tone={tone} icon={icon}>
        {words.states[message.state]}
      </Tag>
    </Group>
  );
}

function Attempts({ message }: Readonly<{ message: Message }>) {
  const { messages: words } = useWords();
  const times = useTimes();
  return (
    <Stack gap="xs">
      <MessageLink id={message.id} />
      {message.reason && <Text fw={600}>{message.reason}</Text>}
      {message.nextAttemptAt && <Text size="sm">{words.next(times.moment(message.nextAttemptAt))}</Text>}
      <Text size="sm" c="dimmed">
        {words.attempt(message.attempts.length)}
      </Text>
      {message.attempts.map(({ at, provider, outcome, reason, durationMs, providerMessageId }) => (
        <p key={at} className="record">
          <span className="figures">{times.moment(at)}</span> · {provider} · {outcome} · {durationMs} ms
          {reason && ` · ${reason}`}
          {providerMessageId && ` · ${providerMessageId}`}
        </p>
      ))}
    </Stack>
  );
}
