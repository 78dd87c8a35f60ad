import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconLock } from '@tabler/icons-react';
import { isProblem, type Problem } from '../api/problem.ts';
import { supportContact } from '../api/support.ts';
import { useTimes } from '../words/times.ts';
import { useWords } from '../words/words.ts';

/** What went wrong, in words, with the way on. */
export function ProblemAlert({ error, onRetry }: Readonly<{ error: unknown; onRetry?: () => void }>) {
  const { app } = useWords();
  const isForbidden = isProblem(error) && lacksRight(error);
  const Sign = isForbidden ? IconLock : IconAlertTriangle;
  return (
    <Alert role="alert" color="red" icon={<Sign aria-hidden />} title={isForbidden ? app.notAllowed : app.failed}>
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{isForbidden ? app.notAllowedHint : explain(error, app.unreachable, app.crash)}</Text>
        {isProblem(error) && <Particulars problem={error} />}
        {isOurs(error) && <WhomToAsk />}
        {onRetry && !isForbidden && (
          <Button variant="default" onClick={onRetry}>
            {app.tryAgain}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

/** Nothing that whoever reads it could have done otherwise. */
const isOurs = (error: unknown): boolean => !isProblem(error) || error.status >= 500 || lacksRight(error);

/** Whom people may ask, where the organisation says so. */
export function WhomToAsk() {
  const { app } = useWords();
  const contact = supportContact();
  return contact && <Text size="sm">{app.askSupport(contact)}</Text>;
}

/** Other refusals of this kind have a reason of their own to say. */
const lacksRight = ({ status, code }: Problem): boolean =>
  status === 403 && (code === '' || code === 'gateway.missing_permission');

/** When it may be tried again, what was wrong with which field, and what to tell whoever helps. */
function Particulars({ problem }: Readonly<{ problem: Problem }>) {
  const { app } = useWords();
  const times = useTimes();
  const { status, retryAt, fields, reference } = problem;
  return (
    <>
      {retryAt && (status === 429 || status === 423) && (
        <Text size="sm" fw={600}>
          {app.tryAgainAt(times.clock(retryAt))}
        </Text>
      )}
      {fields.size > 0 && (
        <ul className="detail-list">
          {[...fields].map(([field, detail]) => (
            <li key={field}>{`${field}: ${detail}`}</li>
          ))}
        </ul>
      )}
      {status >= 500 && reference && (
        <Text size="xs" style={{ overflowWrap: 'anywhere' }}>
          {app.reference(reference)}
        </Text>
      )}
    </>
  );
}

/** One sentence for an error. */
export function explain(error: unknown, unreachable: string, unforeseen: string): string {
  if (!isProblem(error)) return unforeseen;
  return error.status === 0 ? unreachable : error.message || unforeseen;
}
