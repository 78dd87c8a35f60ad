import { TextInput } from '@mantine/core';
import { type AssignmentProps, RoleAndPlace } from './role-and-place.tsx';
import { useVolunteerWords } from './words.ts';

/** A role at a place, from one day to another. */
export function AssignmentInputs(props: AssignmentProps) {
  const words = useVolunteerWords();
  const { value, refusal, prefix, onChange } = props;
  return (
    <>
      <RoleAndPlace {...props} />
      <TextInput
        type="date"
        label={words.from}
        description={words.fromHint}
        value={value.from}
        onChange={({ currentTarget }) => onChange({ from: currentTarget.value })}
        error={refusal.at(`${prefix}from`)}
      />
      <TextInput
        type="date"
        label={words.to}
        description={words.toHint}
        value={value.to}
        onChange={({ currentTarget }) => onChange({ to: currentTarget.value })}
        error={refusal.at(`${prefix}to`)}
      />
    </>
  );
}
