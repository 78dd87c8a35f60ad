import { TextInput } from '@mantine/core';

type Props = Readonly<{
  label: string;
  hint: string;
  autoComplete: 'current-password' | 'new-password';
  value: string;
  onChange: (value: string) => void;
  error: string | undefined;
}>;

export const PasswordField = ({ label, hint, autoComplete, value, onChange, error }: Props) => (
  <TextInput
    type="password"
    label={label}
    description={hint}
    autoComplete={autoComplete}
    value={value}
    onChange={({ currentTarget }) => onChange(currentTarget.value)}
    error={error}
    maxLength={128}
  />
);
