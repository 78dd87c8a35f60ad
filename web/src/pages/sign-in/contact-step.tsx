import { TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api } from '../../api/api.ts';
import type { OfferedMethod } from '@guildhall/client';
import { Choice } from '../../parts/choice.tsx';
import { refusalOf } from '../../parts/refusal.ts';
import { useWords } from '../../words/words.ts';
import { Step } from './step.tsx';

export type Contact = Readonly<{ method: Typed; value: string }>;
type Typed = keyof typeof inputs;
type Props = Readonly<{
  typed: Contact;
  otherwise?: ReactNode;
  onSent: (contact: Contact, challengeId: string) => void;
}>;

/** Where to send the code. */
export function ContactStep({ typed, otherwise, onSent }: Props) {
  const { signIn } = useWords();
  const [method, setMethod] = useState(typed.method);
  const [value, setValue] = useState(typed.value);
  const { data: offered } = useQuery({
    queryKey: ['methods'],
    queryFn: async () => (await api.identity.listMethods()).methods.map(({ method: one }) => one).filter(isTyped),
  });
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => api.identity.createChallenge({ method, value: value.trim() }),
    onSuccess: ({ challengeId }) => onSent({ method, value: value.trim() }, challengeId),
  });
  const refusal = refusalOf(error, ['value']);
  return (
    <Step
      title={signIn.title}
      action={signIn.send}
      busy={isPending}
      refusal={refusal}
      onSubmit={mutate}
      otherwise={otherwise}
    >
      {offered && offered.length > 1 && (
        <Choice
          legend={signIn.method}
          value={method}
          options={offered.map((one) => ({ value: one, label: signIn[one] }))}
          onChange={setMethod}
        />
      )}
      <TextInput
        {...inputs[method]}
        label={method === 'email' ? signIn.emailLabel : signIn.smsLabel}
        description={method === 'sms' ? signIn.smsHint : undefined}
        value={value}
        onChange={({ currentTarget }) => setValue(currentTarget.value)}
        error={refusal.at('value')}
        autoFocus
      />
    </Step>
  );
}

const inputs = {
  email: { type: 'email', name: 'email', autoComplete: 'username webauthn', inputMode: 'email', maxLength: 254 },
  sms: { type: 'tel', name: 'tel', autoComplete: 'tel webauthn', inputMode: 'tel', maxLength: 32 },
} as const;

/** A device that takes push messages is no way in by itself. */
const isTyped = (method: OfferedMethod['method']): method is Typed => method in inputs;
