import './shown-once.css';
import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Copied } from '../../parts/copied.tsx';
import { useWords } from '../../words/words.ts';
import { QrCode } from '../../parts/qr-code.tsx';

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
