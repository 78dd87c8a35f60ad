import type { Volunteer } from '@guildhall/client';
import type { ReactNode } from 'react';
import { Section } from '../../parts/section.tsx';
import { useTimes } from '../../words/times.ts';
import { useVolunteerWords } from './words.ts';

/** Who somebody is, and which account is theirs. */
export function ProfileSection({ volunteer }: Readonly<{ volunteer: Volunteer }>) {
  const words = useVolunteerWords();
  const times = useTimes();
  const { volunteerId, email, phone, slackUserId, slackLink, createdAt, updatedAt } = volunteer;
  const how = slackLink === 'manual' ? words.accountManual : words.accountAuto;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [words.volunteerId, volunteerId],
    [words.email, email && <a href={`mailto:${email}`}>{email}</a>],
    [words.phone, phone && <a href={`tel:${phone}`}>{phone}</a>],
    [words.account, slackUserId ? `${slackUserId} (${how})` : words.accountNone],
    [words.addedOn, <Moment key="added" at={createdAt} times={times} />],
    [words.changedOn, <Moment key="changed" at={updatedAt} times={times} />],
  ];
  return (
    <Section title={words.profile}>
      <dl className="vol-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value || '–'}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

const Moment = ({ at, times }: Readonly<{ at: string; times: ReturnType<typeof useTimes> }>) => (
  <time dateTime={at} title={times.moment(at)}>
    {times.ago(at)}
  </time>
);
