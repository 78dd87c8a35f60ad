import { Alert, Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { toString as toSvg } from 'qrcode';
import { useEffect, useState } from 'react';
import { useWords } from '../../words/words.ts';

/** A personal address as text and as a QR code. */
export function ShownOnce({ url, token }: Readonly<{ url: string; token: string }>) {
  const { profile } = useWords();
  const [image, setImage] = useState<string>();
  useEffect(() => {
    void toSvg(url, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 }).then((svg) =>
      setImage(`data:image/svg+xml,${encodeURIComponent(svg)}`),
    );
  }, [url]);
  return (
    <Stack gap="sm">
      <Alert color="orange" icon={<IconAlertTriangle aria-hidden />}>
        {profile.tokenOnce}
      </Alert>
      {image && (
        <img
          src={image}
          width={220}
          height={220}
          alt={profile.tokenQr}
          style={{ background: '#fff', borderRadius: 8 }}
        />
      )}
      <Copied label={profile.tokenUrl} value={url} />
      <Copied label={profile.tokenText} value={token} />
    </Stack>
  );
}

function Copied({ label, value }: Readonly<{ label: string; value: string }>) {
  const { app } = useWords();
  return (
    <div>
      <Text size="sm" fw={600}>
        {label}
      </Text>
      <Group gap="sm" wrap="nowrap" align="flex-start">
        <Code block style={{ flex: 1, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {value}
        </Code>
        <CopyButton value={value}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy} aria-label={`${app.copy}: ${label}`}>
              {copied ? app.copied : app.copy}
            </Button>
          )}
        </CopyButton>
      </Group>
    </div>
  );
}
