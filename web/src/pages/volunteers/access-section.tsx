import { Text } from '@mantine/core';
import { type Icon, IconCheck, IconHourglass, IconLogout, IconMinus, IconX } from '@tabler/icons-react';
import type { Membership } from '@guildhall/client';
import { Own } from '../../parts/own.tsx';
import { Section } from '../../parts/section.tsx';
import { Tag, type Tone } from '../../parts/tag.tsx';
import { useTimes } from '../../words/times.ts';
import { useReason } from './reason.ts';
import { useRoleLabel } from './role-label.ts';
import { systemIcon } from './system-icons.ts';
import { useVolunteerWords, wordFor } from './words.ts';

const looks: Readonly<Record<string, Readonly<{ icon: Icon; tone: Tone }>>> = {
  pending: { icon: IconHourglass, tone: 'note' },
  member: { icon: IconCheck, tone: 'good' },
  failed: { icon: IconX, tone: 'bad' },
  removing: { icon: IconMinus, tone: 'note' },
  removed: { icon: IconLogout, tone: 'plain' },
};

/** What somebody has in each system, and why. */
export function AccessSection({ memberships }: Readonly<{ memberships: readonly Membership[] }>) {
  const words = useVolunteerWords();
  return (
    <Section title={words.access}>
      {memberships.length === 0 && <Text c="dimmed">{words.accessNone}</Text>}
      <ul className="vol-list">
        {memberships.map((membership) => (
          <li key={membership.channelId}>
            <One membership={membership} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function One({ membership }: Readonly<{ membership: Membership }>) {
  const words = useVolunteerWords();
  const reasonOf = useReason();
  const { channel, system, state, lastError, attempts } = membership;
  const { icon, tone } = looks[state] ?? { icon: IconHourglass, tone: 'plain' as const };
  return (
    <Own
      icon={systemIcon(system)}
      title={`${channel} (${wordFor(words.systems, system)})`}
      hint={
        <>
          <Why membership={membership} />
          {lastError && <strong> · {reasonOf(lastError)}</strong>}
          {attempts > 1 && ` · ${words.attempts(attempts)}`}
        </>
      }
      tags={
        <Tag tone={tone} icon={icon}>
          {wordFor(words.accessStates, state)}
        </Tag>
      }
    />
  );
}

function Why({ membership: { because, source, since, desired } }: Readonly<{ membership: Membership }>) {
  const words = useVolunteerWords();
  const times = useTimes();
  const labelOf = useRoleLabel();
  const why = desired ? words.because(because.map(labelOf).join(', ')) : words.noReason;
  const how = source === 'rule' ? undefined : wordFor(words.sources, source);
  const text = [why, how, since && words.since(times.ago(since))].filter(Boolean).join(' · ');
  return <span title={since && times.moment(since)}>{text}</span>;
}
