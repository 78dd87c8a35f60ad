import { Alert, Container, Paper, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/api.ts';
import { Action } from '../../parts/action.tsx';
import { Form, Unplaced } from '../../parts/form.tsx';
import { refusalOf } from '../../parts/refusal.ts';
import { useWords } from '../../words/words.ts';
import { type Device, deviceOf } from './device.ts';
import { kioskApi } from './connection.ts';
import { useKioskWords } from './words.ts';

type Props = Readonly<{ isRevoked: boolean; onPaired: (device: Device) => void }>;

/** The code of an administrator makes this device a kiosk. */
export function Pairing({ isRevoked, onPaired }: Props) {
  const words = useKioskWords();
  const { app } = useWords();
  const [code, setCode] = useState('');
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      const { token } = await api.register.pairKiosk({ code });
      return deviceOf(token, await kioskApi(token).getKioskConfig());
    },
    onSuccess: onPaired,
  });
  const refusal = refusalOf(error, ['code']);
  return (
    <Container component="main" size={460} py="xl" px="md">
      <Text fw={700} size="xl" mb="md">
        {app.name}
      </Text>
      <Paper withBorder p="lg" radius="lg">
        <Form refusal={refusal} onSubmit={mutate}>
          <Title order={1} size="h3">
            {words.pairTitle}
          </Title>
          {isRevoked && (
            <Alert color="orange" role="alert">
              {words.revoked}
            </Alert>
          )}
          <Text>{words.pairHint}</Text>
          <TextInput
            label={words.pairCode}
            value={code}
            onChange={({ currentTarget }) => setCode(currentTarget.value)}
            error={refusal.at('code')}
            maxLength={20}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            size="lg"
          />
          <Unplaced refusal={refusal} />
          <Action type="submit" size="lg" fullWidth busy={isPending}>
            {words.pair}
          </Action>
        </Form>
      </Paper>
    </Container>
  );
}
