import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconLock } from '@tabler/icons-react';
import { isProblem } from '../api/problem.ts';
import { useWords } from '../words/words.ts';

/** What went wrong, in words, with the way on. */
export function ProblemAlert({ error, onRetry }: Readonly<{ error: unknown; onRetry?: () => void }>) {
  const words = useWords();
  const forbidden = isProblem(error) && error.status === 403;
  const Icon = forbidden ? IconLock : IconAlertTriangle;
  return (
    <Alert
      role="alert"
      color="red"
      icon={<Icon aria-hidden />}
      title={forbidden ? words.app.notAllowed : words.app.failed}
    >
      <Stack gap="sm" align="flex-start">
        <Text size="sm">
          {forbidden ? words.app.notAllowedHint : explain(error, words.app.unreachable, words.app.crash)}
        </Text>
        {isProblem(error) && error.status >= 500 && error.reference && (
          <Text size="xs" c="dimmed">
            {words.app.reference(error.reference)}
          </Text>
        )}
        {onRetry && !forbidden && (
          <Button variant="default" onClick={onRetry}>
            {words.app.tryAgain}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

/** One sentence for an error. */
export function explain(error: unknown, unreachable: string, unforeseen: string): string {
  if (!isProblem(error)) return unforeseen;
  return error.status === 0 ? unreachable : error.message || unforeseen;
}
