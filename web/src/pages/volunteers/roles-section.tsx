import { Button, Group, Text } from '@mantine/core';
import { IconBriefcase, IconPlus } from '@tabler/icons-react';
import type { Assignment, Volunteer } from '@guildhall/client';
import { useState } from 'react';
import { useMay } from '../../api/session.ts';
import { Own } from '../../parts/own.tsx';
import { Section } from '../../parts/section.tsx';
import { Tag, type Tone } from '../../parts/tag.tsx';
import { AddRole } from './add-role.tsx';
import { Decide } from './decide.tsx';
import { EndRole } from './end-role.tsx';
import { nameOf, placeText } from './place.ts';
import { useDay } from './use-day.ts';
import { useVolunteerWords, wordFor } from './words.ts';

const tones: Readonly<Record<string, Tone>> = {
  active: 'good',
  planned: 'note',
  pending_approval: 'note',
  refused: 'bad',
};

/** Which roles somebody has where: those of now first. */
export function RolesSection({ volunteer }: Readonly<{ volunteer: Volunteer }>) {
  const words = useVolunteerWords();
  const may = useMay();
  const [isAdding, setAdding] = useState(false);
  const isOver = ({ state }: Assignment): boolean => state === 'ended' || state === 'refused';
  const sorted = volunteer.assignments.toSorted((a, b) => Number(isOver(a)) - Number(isOver(b)));
  const mayChange = may('volunteers.write') && volunteer.status !== 'left';
  return (
    <Section title={words.roles} hint={words.rolesHint}>
      <ul className="vol-list">
        {sorted.map((assignment) => (
          <li key={assignment.assignmentId}>
            <One volunteer={volunteer} assignment={assignment} mayChange={mayChange && !isOver(assignment)} />
          </li>
        ))}
      </ul>
      {mayChange && (
        <Group>
          <Button variant="default" leftSection={<IconPlus size={20} aria-hidden />} onClick={() => setAdding(true)}>
            {words.addRole}
          </Button>
        </Group>
      )}
      {isAdding && <AddRole volunteer={volunteer} onClose={() => setAdding(false)} />}
    </Section>
  );
}

type Props = Readonly<{ volunteer: Volunteer; assignment: Assignment; mayChange: boolean }>;

function One({ volunteer, assignment, mayChange }: Props) {
  const words = useVolunteerWords();
  const dayOf = useDay();
  const { roleLabel, state, from, to } = assignment;
  return (
    <Own
      icon={IconBriefcase}
      title={roleLabel}
      hint={
        <Text span size="sm">
          {placeText(assignment)} · {words.fromTo(dayOf(from), dayOf(to))}
        </Text>
      }
      tags={<Tag tone={tones[state] ?? 'plain'}>{wordFor(words.assignmentStates, state)}</Tag>}
    >
      {mayChange && state === 'pending_approval' && (
        <Decide volunteerId={volunteer.volunteerId} name={nameOf(volunteer)} assignment={assignment} />
      )}
      {mayChange && <EndRole volunteer={volunteer} assignment={assignment} />}
    </Own>
  );
}
