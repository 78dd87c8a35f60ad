import './copied.css';
import { Button, CopyButton, Text } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useWords } from '../words/words.ts';

/** Something that is needed elsewhere, letter by letter. */
export function Copied({ label, value }: Readonly<{ label: string; value: string }>) {
  const { app } = useWords();
  return (
    <div>
      <Text fw={600}>{label}</Text>
      <code className="secret">{value}</code>
      <CopyButton value={value}>
        {({ copied, copy }) => (
          <Button
            variant="default"
            onClick={copy}
            aria-label={`${copied ? app.copied : app.copy}: ${label}`}
            leftSection={copied ? <IconCheck size={20} aria-hidden /> : <IconCopy size={20} aria-hidden />}
          >
            {copied ? app.copied : app.copy}
          </Button>
        )}
      </CopyButton>
    </div>
  );
}
