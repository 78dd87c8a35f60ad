import { Container, Group, Paper, Text } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Method } from '../../api/kinds.ts';
import { useNewSession } from '../../api/session.ts';
import { useWords } from '../../words/words.ts';
import { CodeStep } from './code-step.tsx';
import { ContactStep } from './contact-step.tsx';
import { NameStep } from './name-step.tsx';

type Step =
  | Readonly<{ at: 'contact' }>
  | Readonly<{ at: 'code'; challengeId: string; method: Method; value: string }>
  | Readonly<{ at: 'name'; registrationToken: string }>;

/** Contact, code, and for newcomers a name. */
export function SignInPage() {
  const words = useWords();
  const [step, setStep] = useState<Step>({ at: 'contact' });
  const { next } = useSearch({ from: '/sign-in' });
  const navigate = useNavigate();
  const newSession = useNewSession();
  const finish = async (): Promise<void> => {
    await newSession();
    await navigate({ href: next ?? '/', replace: true });
  };
  return (
    <Container component="main" size={440} py="xl" px="md">
      <Group gap="sm" mb="lg" wrap="nowrap">
        <img src="/icon.svg" width={44} height={44} alt="" />
        <div>
          <Text fw={650} size="lg">
            {words.app.name}
          </Text>
          <Text c="dimmed" size="sm">
            {words.signIn.intro}
          </Text>
        </div>
      </Group>
      <Paper withBorder p="lg" radius="lg">
        {step.at === 'contact' && <ContactStep onSent={(sent) => setStep({ at: 'code', ...sent })} />}
        {step.at === 'code' && (
          <CodeStep
            key={step.challengeId}
            {...step}
            onSignedIn={finish}
            onNameWanted={(registrationToken) => setStep({ at: 'name', registrationToken })}
            onResent={(challengeId) => setStep({ ...step, challengeId })}
            onOtherWay={() => setStep({ at: 'contact' })}
          />
        )}
        {step.at === 'name' && <NameStep registrationToken={step.registrationToken} onDone={finish} />}
      </Paper>
      <Text c="dimmed" size="xs" mt="md">
        {words.signIn.privacy}
      </Text>
    </Container>
  );
}
