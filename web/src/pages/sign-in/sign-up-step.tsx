import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/api.ts';
import { refusalOf } from '../../parts/refusal.ts';
import { useSpeaking } from '../../words/words.ts';
import { EmailInput, PasswordInput } from './account-inputs.tsx';
import { NamesInput } from './names-input.tsx';
import { keepSecret } from './secrets.ts';
import { Step } from './step.tsx';
import { useWays } from '../../words/ways.ts';

type Props = Readonly<{
  email: string;
  onEmail: (email: string) => void;
  onMailed: () => void;
  onHaveOne: () => void;
}>;

const inputs = ['email', 'password', 'firstName', 'lastName'];

/** A new account. The answer is the same whether or not the address has one: the mail tells its owner. */
export function SignUpStep({ email, onEmail, onMailed, onHaveOne }: Props) {
  const { language } = useSpeaking();
  const ways = useWays();
  const [form, setForm] = useState({ firstName: '', lastName: '', password: '' });
  const set = (change: Partial<typeof form>): void => setForm((before) => ({ ...before, ...change }));
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => {
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      return api.identity.signUp({ ...form, email: email.trim(), timeZone, locale: language });
    },
    onSuccess: ({ browserSecret }) => {
      keepSecret('confirm', browserSecret);
      onMailed();
    },
  });
  const refusal = refusalOf(error, inputs);
  return (
    <Step
      title={ways.createTitle}
      action={ways.createAction}
      busy={isPending}
      refusal={refusal}
      onSubmit={mutate}
      otherwise={
        <Button variant="subtle" onClick={onHaveOne}>
          {ways.haveOne}
        </Button>
      }
    >
      <NamesInput value={form} refusal={refusal} onChange={set} />
      <EmailInput value={email} onChange={onEmail} error={refusal.at('email')} />
      <PasswordInput
        isNew
        value={form.password}
        onChange={(password) => set({ password })}
        error={refusal.at('password')}
      />
    </Step>
  );
}
