import { Button, Group } from '@mantine/core';
import { IconBell, IconCircleCheck, IconDeviceMobile, IconMail, IconPlus, IconStar } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/api.ts';
import type { Contact, Person } from '@guildhall/client';
import { useChangedPerson } from '../../api/session.ts';
import { Action } from '../../parts/action.tsx';
import { Asked } from '../../parts/asked.tsx';
import { say } from '../../parts/notice.ts';
import { Own } from '../../parts/own.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Section } from '../../parts/section.tsx';
import { Tag } from '../../parts/tag.tsx';
import { useWords } from '../../words/words.ts';
import { NewContactDialog } from './new-contact.tsx';

const icons = { email: IconMail, sms: IconDeviceMobile, push: IconBell } as const;

/** Where codes and notices go: added with a proof, removed, and one of them used first. */
export function Contacts({ person }: Readonly<{ person: Person }>) {
  const { profile, account } = useWords();
  const [isAdding, setAdding] = useState(false);
  return (
    <Section title={profile.contacts} hint={account.contactsHint}>
      <ul className="plain-list">
        {person.contacts.map((contact) => (
          <li key={contact.id}>
            <OneContact contact={contact} isFirst={contact.id === person.preferredContactId} />
          </li>
        ))}
      </ul>
      <Group>
        <Button variant="default" leftSection={<IconPlus size={20} aria-hidden />} onClick={() => setAdding(true)}>
          {account.addContact}
        </Button>
      </Group>
      {isAdding && <NewContactDialog onClose={() => setAdding(false)} />}
    </Section>
  );
}

function OneContact({ contact, isFirst }: Readonly<{ contact: Contact; isFirst: boolean }>) {
  const { account, signIn } = useWords();
  const showChanged = useChangedPerson();
  const prefer = useMutation({
    mutationFn: () => api.identity.updateMe({ person: { preferredContactId: contact.id } }),
    onSuccess: showChanged,
  });
  const remove = useMutation({
    mutationFn: () => api.identity.removeContact({ contactId: contact.id }),
    onSuccess: (person) => {
      showChanged(person);
      say(account.removed);
    },
  });
  const error = prefer.error ?? remove.error;
  const name = contact.method === 'push' ? account.push : contact.value;
  return (
    <>
      <Own
        icon={icons[contact.method]}
        title={name}
        hint={contact.method === 'push' ? undefined : signIn[contact.method]}
        tags={<Marks isVerified={Boolean(contact.verifiedAt)} isFirst={isFirst} />}
      >
        {!isFirst && contact.verifiedAt && (
          <Action
            variant="default"
            aria-label={account.preferNamed(name)}
            busy={prefer.isPending}
            onClick={() => prefer.mutate()}
          >
            {account.prefer}
          </Action>
        )}
        <Asked
          question={account.removeAsk(name)}
          action={account.remove}
          label={account.removeNamed(name)}
          busy={remove.isPending}
          onConfirm={remove.mutate}
        />
      </Own>
      {error && <ProblemAlert error={error} />}
    </>
  );
}

function Marks({ isVerified, isFirst }: Readonly<{ isVerified: boolean; isFirst: boolean }>) {
  const { profile, account } = useWords();
  return (
    <>
      {isVerified && (
        <Tag tone="good" icon={IconCircleCheck}>
          {profile.verified}
        </Tag>
      )}
      {isFirst && (
        <Tag tone="note" icon={IconStar}>
          {account.preferred}
        </Tag>
      )}
    </>
  );
}
