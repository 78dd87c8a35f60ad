import { Container, Paper, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { api } from '../../api/api.ts';
import { useNewSession } from '../../api/session.ts';
import { useWords } from '../../words/words.ts';
import { Step } from './step.tsx';

/** The page behind a personal address: it asks first, so that link previews and mail scanners cannot sign in. */
export function TokenPage() {
  const words = useWords();
  const { token } = useParams({ from: '/t/$token' });
  const navigate = useNavigate();
  const newSession = useNewSession();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => api.identity.redeemAccessToken({ token }),
    onSuccess: async () => {
      await newSession();
      await navigate({ to: '/', replace: true });
    },
  });
  return (
    <Container component="main" size={440} py="xl" px="md">
      <Paper withBorder p="lg" radius="lg">
        <Step title={words.token.title} action={words.token.confirm} busy={isPending} error={error} onSubmit={mutate}>
          <Text>{words.token.text}</Text>
        </Step>
      </Paper>
    </Container>
  );
}
