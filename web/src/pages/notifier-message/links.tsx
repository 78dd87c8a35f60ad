import { Button, Text } from '@mantine/core';
import { IconChartBar, IconWebhook } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMay } from '../../api/session.ts';
import { ButtonLink } from '../../parts/button-link.tsx';
import { useNotifierWords } from './words.ts';

/** Where else one learns what became of messages. */
export function Links() {
  const words = useNotifierWords();
  const may = useMay();
  return (
    <>
      <ButtonLink to="/messages/statistics" variant="default" leftSection={<IconChartBar size={20} aria-hidden />}>
        {words.statisticsLink}
      </ButtonLink>
      {may('notifier.webhooks.write') && (
        <ButtonLink to="/messages/webhooks" variant="default" leftSection={<IconWebhook size={20} aria-hidden />}>
          {words.webhooksLink}
        </ButtonLink>
      )}
    </>
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
