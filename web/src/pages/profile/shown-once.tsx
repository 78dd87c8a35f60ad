import './shown-once.css';
import { Alert, Button, CopyButton, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCopy } from '@tabler/icons-react';
import { useWords } from '../../words/words.ts';
import { QrCode } from './qr-code.tsx';

/** A personal address as text and as a QR code. */
export function ShownOnce({ url, token }: Readonly<{ url: string; token: string }>) {
  const { profile } = useWords();
  return (
    <div className="shown-once">
      <Alert color="orange" icon={<IconAlertTriangle aria-hidden />}>
        {profile.tokenOnce}
      </Alert>
      <QrCode text={url} label={profile.tokenQr} />
      <Copied label={profile.tokenUrl} value={url} />
      <Copied label={profile.tokenText} value={token} />
    </div>
  );
}

function Copied({ label, value }: Readonly<{ label: string; value: string }>) {
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
