import { TextInput } from '@mantine/core';
import type { Refusal } from '../../parts/refusal.ts';
import { useVolunteerWords } from './words.ts';

export type ProfileForm = Readonly<{ firstName: string; lastName: string; email: string; phone: string }>;

export const profileInputs = ['firstName', 'lastName', 'email', 'phone'] as const;

type Props = Readonly<{ value: ProfileForm; refusal: Refusal; onChange: (change: Partial<ProfileForm>) => void }>;

const kinds = {
  firstName: { type: 'text', maxLength: 100 },
  lastName: { type: 'text', maxLength: 100 },
  email: { type: 'email', maxLength: 254 },
  phone: { type: 'tel', maxLength: 32 },
} as const;

/** Who somebody is, and how to reach them. */
export function ProfileInputs({ value, refusal, onChange }: Props) {
  const words = useVolunteerWords();
  return profileInputs.map((name) => (
    <TextInput
      key={name}
      {...kinds[name]}
      label={words[name]}
      description={name === 'phone' ? words.phoneHint : undefined}
      value={value[name]}
      onChange={({ currentTarget }) => onChange({ [name]: currentTarget.value })}
      error={refusal.at(name)}
      autoComplete="off"
    />
  ));
}
