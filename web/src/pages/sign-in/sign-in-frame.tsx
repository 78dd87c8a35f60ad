import { Box, Container, Group, Paper, Text } from '@mantine/core';
import type { PropsWithChildren } from 'react';
import { useWords } from '../../words/words.ts';
import { PrivacyLine } from './privacy-line.tsx';

/** What stands around the pages of people who are not signed in yet. */
export function SignInFrame({ children }: PropsWithChildren) {
  const { app, signIn } = useWords();
  return (
    <Container size={440} py="xl" px="md">
      <Group component="header" gap="sm" mb="lg" wrap="nowrap">
        <img src="/icon.svg" width={48} height={48} alt="" />
        <div>
          <Text fw={700} size="xl" lh={1.2}>
            {app.name}
          </Text>
          <Text c="dimmed" size="sm">
            {signIn.intro}
          </Text>
        </div>
      </Group>
      <Paper component="main" withBorder p="lg" radius="lg">
        {children}
      </Paper>
      <Box component="footer" mt="md">
        <PrivacyLine />
      </Box>
    </Container>
  );
}
