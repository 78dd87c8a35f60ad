import { Button, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTitle } from '../../parts/page.tsx';
import { useWays } from '../../words/ways.ts';

/** What came of it, and the way to the sign-in page. */
export function Done({ title, text }: Readonly<{ title: string; text: string }>) {
  const ways = useWays();
  useTitle(title);
  return (
    <Stack gap="md" role="status">
      <Title order={1} size="h3" tabIndex={-1}>
        {title}
      </Title>
      <Text style={{ overflowWrap: 'anywhere' }}>{text}</Text>
      <Button component={Link} to="/sign-in" size="lg">
        {ways.toSignIn}
      </Button>
    </Stack>
  );
}
