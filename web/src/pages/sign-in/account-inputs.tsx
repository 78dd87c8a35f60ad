import { TextInput } from '@mantine/core';
import { useWords } from '../../words/words.ts';
import { useWays } from '../../words/ways.ts';

type EmailProps = Readonly<{ value: string; onChange: (email: string) => void; error: string | undefined }>;

export function EmailInput({ value, onChange, error }: EmailProps) {
  const { signIn } = useWords();
  return (
    <TextInput
      type="email"
      name="email"
      autoComplete="username"
      label={signIn.emailLabel}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      error={error}
      maxLength={254}
      autoFocus
    />
  );
}

type PasswordProps = Readonly<{
  value: string;
  onChange: (password: string) => void;
  error: string | undefined;
  label?: string;
  isNew?: boolean;
}>;

/** A password, which a password manager may fill in or make up. */
export function PasswordInput({ value, onChange, error, label, isNew = false }: PasswordProps) {
  const ways = useWays();
  return (
    <TextInput
      type="password"
      name={isNew ? 'new-password' : 'password'}
      autoComplete={isNew ? 'new-password' : 'current-password'}
      label={label ?? ways.passwordLabel}
      description={isNew ? ways.passwordHint : undefined}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      error={error}
      maxLength={128}
    />
  );
}
