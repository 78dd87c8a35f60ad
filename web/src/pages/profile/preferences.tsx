import { Group, NativeSelect, Switch } from '@mantine/core';
import { IconBellOff } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../api/api.ts';
import type { Person, PersonInput } from '@guildhall/client';
import { useChangedPerson } from '../../api/session.ts';
import { Action } from '../../parts/action.tsx';
import { say } from '../../parts/notice.ts';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Section } from '../../parts/section.tsx';
import { zonesWith } from '../../parts/zones.ts';
import { languages, useWords } from '../../words/words.ts';

/** Language, clock, reminders, and whether colleagues see who is inside. Each is kept as soon as it is changed. */
export function Preferences({ person }: Readonly<{ person: Person }>) {
  const { account, app } = useWords();
  const showChanged = useChangedPerson();
  const { mutate, variables, isPending, error } = useMutation({
    mutationFn: (change: PersonInput) => api.identity.updateMe({ person: change }),
    onSuccess: (changed) => {
      showChanged(changed);
      say(app.saved);
    },
  });
  // What was pressed shows at once; a refusal puts it back.
  const shown = { ...person, ...(isPending && variables) };
  return (
    <Section title={account.preferences}>
      <NativeSelect
        label={account.language}
        data={[{ value: '', label: account.organisation }, ...localesWith(person.locale)]}
        value={shown.locale}
        onChange={({ currentTarget }) => mutate({ locale: currentTarget.value })}
      />
      <NativeSelect
        label={account.zone}
        data={[{ value: '', label: account.organisation }, ...zonesWith(person.timeZone)]}
        value={shown.timeZone}
        onChange={({ currentTarget }) => mutate({ timeZone: currentTarget.value })}
      />
      <Switch
        label={account.reminders}
        description={account.remindersHint}
        checked={shown.reminders}
        onChange={({ currentTarget }) => mutate({ reminders: currentTarget.checked })}
      />
      {person.reminders && <Snooze />}
      <Switch
        label={account.visible}
        description={account.visibleHint}
        checked={shown.visible}
        onChange={({ currentTarget }) => mutate({ visible: currentTarget.checked })}
      />
      {error && <ProblemAlert error={error} />}
    </Section>
  );
}

const localesWith = (present: string): readonly { value: string; label: string }[] => [
  ...Object.entries(languages).map(([value, label]) => ({ value, label })),
  ...(present && !(present in languages) ? [{ value: present, label: present }] : []),
];

function Snooze() {
  const { account } = useWords();
  const { mutate, isPending, isSuccess, error } = useMutation({
    mutationFn: () => api.register.snoozeReminders({}),
    onSuccess: () => say(account.snoozed),
  });
  return (
    <Group>
      <Action
        variant="default"
        leftSection={<IconBellOff size={20} aria-hidden />}
        busy={isPending || isSuccess}
        onClick={() => mutate()}
      >
        {isSuccess ? account.snoozed : account.snooze}
      </Action>
      {error && <ProblemAlert error={error} />}
    </Group>
  );
}
