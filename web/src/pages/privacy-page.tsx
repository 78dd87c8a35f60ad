import { Button, Container, Paper, Text, Title } from '@mantine/core';
import { usePrivacyNotice } from '../api/privacy.ts';
import { useTitle } from '../parts/page.tsx';
import { useWords } from '../words/words.ts';

/** The whole of what the organisation says about personal data. */
export function PrivacyPage() {
  const { privacy: words } = useWords();
  const notice = usePrivacyNotice();
  useTitle(words.title);
  return (
    <Container component="main" size={720} py="xl" px="md">
      <Paper withBorder p="lg" radius="lg">
        <Title order={1} size="h2" mb="md">
          {words.title}
        </Title>
        <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{notice}</Text>
      </Paper>
      <Button mt="md" variant="default" onClick={() => history.back()}>
        {words.back}
      </Button>
    </Container>
  );
}
