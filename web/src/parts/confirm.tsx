import { Button, Group, Modal, Text } from '@mantine/core';
import { useWords } from '../words/words.ts';

type Props = Readonly<{ opened: boolean; text: string; action: string; onConfirm: () => void; onCancel: () => void }>;

/** Says what will happen to whom, and asks once. */
export function Confirm({ opened, text, action, onConfirm, onCancel }: Props) {
  const { app } = useWords();
  return (
    <Modal opened={opened} onClose={onCancel} title={action} centered closeButtonProps={{ 'aria-label': app.close }}>
      <Text mb="lg">{text}</Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onCancel} data-autofocus>
          {app.cancel}
        </Button>
        <Button color="red.9" onClick={onConfirm}>
          {action}
        </Button>
      </Group>
    </Modal>
  );
}
