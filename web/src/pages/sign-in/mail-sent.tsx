import { Button, Stack, Text, Title } from '@mantine/core';
import { IconMailOpened } from '@tabler/icons-react';
import { useTitle } from '../../parts/page.tsx';
import { useWords } from '../../words/words.ts';
import { useWays } from '../../words/ways.ts';

/** The rest happens in the mail. */
export function MailSent({ email, onAgain }: Readonly<{ email: string; onAgain: () => void }>) {
  const { app } = useWords();
  const ways = useWays();
  useTitle(ways.mailTitle);
  return (
    <Stack gap="md" role="status">
      <IconMailOpened size={40} aria-hidden />
      <Title order={1} size="h3" tabIndex={-1}>
        {ways.mailTitle}
      </Title>
      <Text style={{ overflowWrap: 'anywhere' }}>{ways.mailText(email)}</Text>
      <Text c="dimmed" size="sm">
        {ways.mailHint}
      </Text>
      <Button variant="default" onClick={onAgain}>
        {app.tryAgain}
      </Button>
    </Stack>
  );
}
