import { Badge, Button, Card, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconCircleCheck, IconDeviceMobile, IconMail } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api } from '../../api/api.ts';
import type { Person } from '../../api/gen/client.ts';
import { isProblem } from '../../api/problem.ts';
import { useNewSession, useSession } from '../../api/session.ts';
import { say } from '../../parts/notice.ts';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useWords } from '../../words/words.ts';
import { Devices } from './devices.tsx';
import { PersonalAddress } from './personal-address.tsx';

export function ProfilePage() {
  const { profile } = useWords();
  const { person } = useSession();
  return (
    <Page title={profile.title} size="sm">
      <Stack gap="lg">
        <Names person={person} />
        <Contacts contacts={person.contacts} />
        <Devices />
        <PersonalAddress />
      </Stack>
    </Page>
  );
}

function Names({ person }: Readonly<{ person: Person }>) {
  const { profile, signIn, app } = useWords();
  const [firstName, setFirstName] = useState(person.firstName);
  const [lastName, setLastName] = useState(person.lastName);
  const newSession = useNewSession();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => api.identity.updateMe({ person: { firstName, lastName } }),
    onSuccess: async () => {
      await newSession();
      say(app.saved);
    },
  });
  const fields = isProblem(error) ? error.fields : new Map<string, string>();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    mutate();
  };
  return (
    <Card withBorder component="section">
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Title order={2} size="h4">
            {profile.names}
          </Title>
          <TextInput
            label={signIn.firstName}
            autoComplete="given-name"
            value={firstName}
            onChange={({ currentTarget }) => setFirstName(currentTarget.value)}
            error={fields.get('firstName')}
            maxLength={100}
          />
          <TextInput
            label={signIn.lastName}
            autoComplete="family-name"
            value={lastName}
            onChange={({ currentTarget }) => setLastName(currentTarget.value)}
            error={fields.get('lastName')}
            maxLength={100}
          />
          {error && fields.size === 0 && <ProblemAlert error={error} />}
          <Group>
            <Button type="submit" loading={isPending}>
              {app.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}

function Contacts({ contacts }: Readonly<{ contacts: Person['contacts'] }>) {
  const { profile } = useWords();
  return (
    <Card withBorder component="section">
      <Title order={2} size="h4" mb="sm">
        {profile.contacts}
      </Title>
      <Stack gap="xs">
        {contacts.map(({ id, method, value, verifiedAt }) => (
          <Group key={id} gap="sm" wrap="nowrap">
            {method === 'sms' ? <IconDeviceMobile aria-hidden /> : <IconMail aria-hidden />}
            <Text style={{ overflowWrap: 'anywhere' }}>{value}</Text>
            {verifiedAt && (
              <Badge variant="light" leftSection={<IconCircleCheck size={14} aria-hidden />}>
                {profile.verified}
              </Badge>
            )}
          </Group>
        ))}
      </Stack>
    </Card>
  );
}
