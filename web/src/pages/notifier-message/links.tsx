import { Button, Text } from '@mantine/core';
import { IconArrowLeft, IconBan, IconBellCog, IconChartBar, IconTemplate, IconWebhook } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMay } from '../../api/session.ts';
import { ButtonLink } from '../../parts/button-link.tsx';
import { useWords } from '../../words/words.ts';
import { useNotificationWords } from '../profile/notification-words.ts';
import { useSuppressionWords } from '../suppressions/words.ts';
import { useNotifierWords } from './words.ts';

/** What else there is about messages. */
export function Links() {
  const words = useNotifierWords();
  const { messages, nav } = useWords();
  const { link: stopped } = useSuppressionWords();
  const { defaultsLink } = useNotificationWords();
  const may = useMay();
  return (
    <nav className="page-links" aria-label={nav.messages}>
      <ButtonLink to="/messages/statistics" {...look} leftSection={<IconChartBar size={20} aria-hidden />}>
        {words.statisticsLink}
      </ButtonLink>
      <ButtonLink to="/messages/templates" {...look} leftSection={<IconTemplate size={20} aria-hidden />}>
        {messages.templates}
      </ButtonLink>
      {may('notifier.preferences.manage') && (
        <ButtonLink to="/messages/notifications" {...look} leftSection={<IconBellCog size={20} aria-hidden />}>
          {defaultsLink}
        </ButtonLink>
      )}
      {may('notifier.suppressions.manage') && (
        <ButtonLink to="/messages/suppressions" {...look} leftSection={<IconBan size={20} aria-hidden />}>
          {stopped}
        </ButtonLink>
      )}
      {may('notifier.webhooks.write') && (
        <ButtonLink to="/messages/webhooks" {...look} leftSection={<IconWebhook size={20} aria-hidden />}>
          {words.webhooksLink}
        </ButtonLink>
      )}
    </nav>
  );
}

const look = { variant: 'default' } as const;

export function BackToMessages() {
  const words = useNotifierWords();
  return (
    <Text>
      <Link to="/messages" className="back">
        <IconArrowLeft size={18} aria-hidden /> {words.back}
      </Link>
    </Text>
  );
}

export function MessageLink({ id }: Readonly<{ id: string }>) {
  const words = useNotifierWords();
  return (
    <Text>
      <Link to="/messages/$messageId" params={{ messageId: id }}>
        {words.open}
      </Link>
    </Text>
  );
}

export function InspectButton({ id, onOpen }: Readonly<{ id: string; onOpen: () => void }>) {
  const words = useNotifierWords();
  return (
    <Button variant="default" size="compact-md" aria-label={words.inspectNamed(id)} onClick={onOpen}>
      {words.inspect}
    </Button>
  );
}
