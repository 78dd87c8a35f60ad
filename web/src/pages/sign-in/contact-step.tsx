import { Input, SegmentedControl, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/api.ts';
import type { Method } from '../../api/kinds.ts';
import { isProblem } from '../../api/problem.ts';
import { useWords } from '../../words/words.ts';
import { Step } from './step.tsx';

type Sent = Readonly<{ challengeId: string; method: Method; value: string }>;

/** Where to send the code. */
export function ContactStep({ onSent }: Readonly<{ onSent: (sent: Sent) => void }>) {
  const { signIn } = useWords();
  const [method, setMethod] = useState<Method>('email');
  const [value, setValue] = useState('');
  const { data: offered } = useQuery({
    queryKey: ['methods'],
    queryFn: async () => (await api.identity.listMethods({})).methods,
  });
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => api.identity.createChallenge({ method, value }),
    onSuccess: ({ challengeId }) => onSent({ challengeId, method, value }),
  });
  const fieldError = isProblem(error) ? error.fields.get('value') : undefined;
  const inputs = { email: emailInput, sms: smsInput };
  return (
    <Step
      title={signIn.title}
      action={signIn.send}
      busy={isPending}
      error={fieldError ? null : error}
      onSubmit={mutate}
    >
      {offered && offered.length > 1 && (
        <Input.Wrapper label={signIn.method} labelElement="div">
          <SegmentedControl
            fullWidth
            size="md"
            mt={4}
            aria-label={signIn.method}
            value={method}
            onChange={(chosen) => setMethod(chosen as Method)}
            data={offered.map((one) => ({ value: one.method, label: signIn[one.method] }))}
          />
        </Input.Wrapper>
      )}
      <TextInput
        {...inputs[method]}
        key={method}
        label={method === 'email' ? signIn.emailLabel : signIn.smsLabel}
        description={method === 'sms' ? signIn.smsHint : undefined}
        value={value}
        onChange={({ currentTarget }) => setValue(currentTarget.value)}
        error={fieldError}
        data-autofocus
        autoFocus
        required
        withAsterisk={false}
      />
    </Step>
  );
}

const emailInput = { type: 'email', name: 'email', autoComplete: 'email', inputMode: 'email', maxLength: 254 } as const;
const smsInput = { type: 'tel', name: 'tel', autoComplete: 'tel', inputMode: 'tel', maxLength: 32 } as const;
