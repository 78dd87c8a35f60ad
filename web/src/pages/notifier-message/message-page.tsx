import './timeline.css';
import { Stack, Text } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { Message } from '@guildhall/client';
import { api } from '../../api/api.ts';
import { Loading } from '../../parts/loading.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Section } from '../../parts/section.tsx';
import { useWords } from '../../words/words.ts';
import { Timeline } from './timeline.tsx';
import { useNotifierWords } from './words.ts';

const refreshMs = 5_000;

/** One message, and everything that happened to it. */
export function MessagePage() {
  const words = useNotifierWords();
  const { messageId } = useParams({ from: '/signed-in/messages/$messageId' });
  const { data, error, refetch } = useQuery({
    queryKey: ['messages', 'timeline', messageId],
    queryFn: () => api.notifier.getMessageTimeline({ messageId }),
    refetchInterval: refreshMs,
  });
  return (
    <Page title={data ? `${words.message}: ${data.message.template}` : words.message}>
      <Stack gap="lg">
        <Text>
          <Link to="/messages" className="back">
            <IconArrowLeft size={18} aria-hidden /> {words.back}
          </Link>
        </Text>
        {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Loading height={320} />}
        {data && (
          <>
            <About message={data.message} />
            <Section title={words.timeline}>
              <Timeline steps={data.steps} />
            </Section>
          </>
        )}
      </Stack>
    </Page>
  );
}

function About({ message }: Readonly<{ message: Message }>) {
  const words = useNotifierWords();
  const { messages } = useWords();
  const facts: readonly (readonly [string, string | undefined])[] = [
    [messages.state, messages.states[message.state]],
    [words.to, message.to],
    [messages.channel, messages[message.channel]],
    [words.category, words.categories[message.category]],
    [words.lane, words.lanes[message.lane]],
    [words.person, message.personId],
    [words.sender, message.sender],
    [words.reference, message.reference],
  ];
  return (
    <dl className="facts">
      {facts.map(
        ([name, value]) =>
          value && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
