import { Alert, Stack } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Copied } from '../../parts/copied.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useWords } from '../../words/words.ts';

/** The secret that signs the calls, this once. */
export function SecretDialog({ secret, onClose }: Readonly<{ secret: string; onClose: () => void }>) {
  const { admin } = useWords();
  const { webhooks: words } = admin;
  return (
    <Dialog kind="question" title={words.secret} onClose={onClose}>
      <Stack gap="md">
        <Alert color="orange" icon={<IconAlertTriangle aria-hidden />}>
          {words.secretOnce}
        </Alert>
        <Copied label={words.secret} value={secret} />
      </Stack>
    </Dialog>
  );
}
