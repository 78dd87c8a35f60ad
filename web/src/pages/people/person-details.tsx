import './people.css';
import { Group } from '@mantine/core';
import { IconBell, IconCircleCheck, IconDeviceMobile, IconMail, IconStar } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Contact, Person } from '@guildhall/client';
import { Own } from '../../parts/own.tsx';
import { Section } from '../../parts/section.tsx';
import { Tag } from '../../parts/tag.tsx';
import { useTimes } from '../../words/times.ts';
import { useWords } from '../../words/words.ts';
import { Roles } from './roles.tsx';

/** What is known of a person, and how they are reached. */
export function PersonDetails({ person }: Readonly<{ person: Person }>) {
  const { records } = useWords();
  return (
    <>
      <Facts person={person} />
      <Section title={records.contacts}>
        <ul className="plain-list">
          {person.contacts.map((contact) => (
            <li key={contact.id}>
              <Reach contact={contact} isFirst={contact.id === person.preferredContactId} />
            </li>
          ))}
        </ul>
        {person.contacts.length === 0 && <span>–</span>}
      </Section>
    </>
  );
}

function Facts({ person }: Readonly<{ person: Person }>) {
  const { people, records: words } = useWords();
  const times = useTimes();
  const days = useTimes('UTC');
  const sources: Readonly<Record<string, string>> = words.sources;
  const facts: readonly [string, ReactNode][] = [
    [words.handle, person.handle],
    [people.kind, people[person.kind]],
    [people.roles, person.roles.length > 0 ? <Roles roles={person.roles} /> : '–'],
    [words.lastVisit, person.lastVisitDate ? days.day(person.lastVisitDate) : words.never],
    [words.source, sources[person.source] ?? person.source],
    [words.language, person.locale || '–'],
    [words.zone, person.timeZone || '–'],
    [words.reminders, person.reminders ? words.yes : words.no],
  ];
  return (
    <Section title={words.details} hint={words.created(times.day(person.createdAt))}>
      {person.status === 'disabled' && <Tag tone="bad">{people.disabled}</Tag>}
      {person.status === 'merged' && (
        <Group gap="sm">
          <Tag tone="note">{words.merged}</Tag>
          {person.mergedInto && (
            <Link to="/people/$personId" params={{ personId: person.mergedInto }}>
              {person.mergedInto}
            </Link>
          )}
        </Group>
      )}
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

const icons = { email: IconMail, sms: IconDeviceMobile, push: IconBell } as const;

function Reach({ contact, isFirst }: Readonly<{ contact: Contact; isFirst: boolean }>) {
  const { records: words, profile, account } = useWords();
  return (
    <Own
      icon={icons[contact.method]}
      title={contact.method === 'push' ? account.push : contact.value}
      tags={
        <>
          {contact.verifiedAt ? (
            <Tag tone="good" icon={IconCircleCheck}>
              {profile.verified}
            </Tag>
          ) : (
            <Tag>{words.unverified}</Tag>
          )}
          {isFirst && (
            <Tag tone="note" icon={IconStar}>
              {words.preferred}
            </Tag>
          )}
        </>
      }
    />
  );
}
