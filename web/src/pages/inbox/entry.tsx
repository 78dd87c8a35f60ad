import { Button, Group, Stack, Text } from '@mantine/core';
import { IconArchive, IconArrowBackUp, IconClock, IconMail, IconMailOpened } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { InboxEntry } from '@guildhall/client';
import { api } from '../../api/api.ts';
import { countsQuery } from '../../api/inbox.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { say } from '../../parts/notice.ts';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Tag } from '../../parts/tag.tsx';
import { useTimes } from '../../words/times.ts';
import { snoozeUntil } from './search.ts';
import { useInboxWords } from './words.ts';

type Act = () => Promise<InboxEntry>;

/** One message to the person, and what can be done with it. */
export function Entry({ entry }: Readonly<{ entry: InboxEntry }>) {
  const words = useInboxWords();
  const times = useTimes();
  const { mutate, error } = useChange();
  const { id, title, body, link, at, readAt, snoozedUntil } = entry;
  const read = (): void => {
    if (!readAt) mutate({ act: () => api.notifier.readInboxEntry({ entryId: id }) });
  };
  return (
    <article className="entry" data-unread={!readAt || undefined}>
      <Group justify="space-between" gap="xs" wrap="nowrap" align="start">
        <Text component="h2" fw={readAt ? 500 : 700} className="entry-title">
          {link ? <Lead to={link} text={title} onGo={read} /> : title}
        </Text>
        {!readAt && <Tag tone="note">{words.isUnread}</Tag>}
      </Group>
      {body && <Text className="entry-body">{body}</Text>}
      <Text size="sm" c="dimmed" title={times.moment(at)}>
        {snoozedUntil ? words.until(times.moment(snoozedUntil)) : times.ago(at)}
      </Text>
      {error && <ProblemAlert error={error} />}
      <Acts entry={entry} onAct={(act, said) => mutate({ act, ...(said && { said }) })} />
    </article>
  );
}

/** A page of the application, or an address outside. */
function Lead({ to, text, onGo }: Readonly<{ to: string; text: string; onGo: () => void }>) {
  if (to.startsWith('/')) {
    return (
      <Link to={to} onClick={onGo}>
        {text}
      </Link>
    );
  }
  return to.startsWith('https://') ? (
    <a href={to} onClick={onGo} rel="noreferrer">
      {text}
    </a>
  ) : (
    text
  );
}

function useChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ act }: Readonly<{ act: Act; said?: string }>) => act(),
    onSuccess: (_, { said }) => said && say(said),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['inbox', 'list'] }),
        client.fetchQuery(countsQuery).catch(() => undefined),
      ]),
  });
}

type ActsProps = Readonly<{ entry: InboxEntry; onAct: (act: Act, said?: string) => void }>;

function Acts({ entry, onAct }: ActsProps) {
  const words = useInboxWords();
  const { id: entryId, title, readAt, archivedAt, snoozedUntil } = entry;
  const isAway = Boolean(archivedAt ?? snoozedUntil);
  return (
    <Group gap="xs" className="entry-acts">
      <Button
        variant="default"
        leftSection={readAt ? <IconMail size={18} aria-hidden /> : <IconMailOpened size={18} aria-hidden />}
        aria-label={readAt ? words.unreadNamed(title) : words.readNamed(title)}
        onClick={() =>
          onAct(() => (readAt ? api.notifier.unreadInboxEntry({ entryId }) : api.notifier.readInboxEntry({ entryId })))
        }
      >
        {readAt ? words.unread : words.read}
      </Button>
      {!isAway && <Later entry={entry} onAct={onAct} />}
      {isAway ? (
        <Button
          variant="default"
          leftSection={<IconArrowBackUp size={18} aria-hidden />}
          aria-label={words.unarchiveNamed(title)}
          onClick={() => onAct(() => api.notifier.unarchiveInboxEntry({ entryId }), words.returned)}
        >
          {words.unarchive}
        </Button>
      ) : (
        <Button
          variant="default"
          leftSection={<IconArchive size={18} aria-hidden />}
          aria-label={words.archiveNamed(title)}
          onClick={() => onAct(() => api.notifier.archiveInboxEntry({ entryId }), words.archived)}
        >
          {words.archive}
        </Button>
      )}
    </Group>
  );
}

const choices = ['hour', 'tomorrow', 'week'] as const;

function Later({ entry: { id: entryId, title }, onAct }: ActsProps) {
  const words = useInboxWords();
  const times = useTimes();
  const [isOpen, setOpen] = useState(false);
  const snooze = (choice: (typeof choices)[number]): void => {
    setOpen(false);
    const until = snoozeUntil(choice, new Date()).toISOString();
    onAct(() => api.notifier.snoozeInboxEntry({ entryId, until }), words.snoozed(times.moment(until)));
  };
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconClock size={18} aria-hidden />}
        aria-label={words.laterNamed(title)}
        onClick={() => setOpen(true)}
      >
        {words.later}
      </Button>
      {isOpen && (
        <Dialog kind="question" title={words.laterNamed(title)} onClose={() => setOpen(false)}>
          <Stack gap="sm">
            {choices.map((choice) => (
              <Button key={choice} variant="default" onClick={() => snooze(choice)}>
                {words[choice]}
              </Button>
            ))}
          </Stack>
        </Dialog>
      )}
    </>
  );
}
