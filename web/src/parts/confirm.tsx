import { Button, Group, Text } from '@mantine/core';
import { useWords } from '../words/words.ts';
import { Dialog } from './dialog.tsx';

type Props = Readonly<{ text: string; action: string; onConfirm: () => void; onCancel: () => void }>;

/** Says what will happen to whom, and asks once. */
export function Confirm({ text, action, onConfirm, onCancel }: Props) {
  const { app } = useWords();
  return (
    <Dialog kind="question" title={action} onClose={onCancel}>
      <Text mb="lg">{text}</Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onCancel} data-autofocus>
          {app.cancel}
        </Button>
        <Button color="red.9" onClick={onConfirm}>
          {action}
        </Button>
      </Group>
    </Dialog>
  );
}
