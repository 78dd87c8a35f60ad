import { Text } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useVolunteerWords } from './words.ts';

export function BackToVolunteers() {
  const words = useVolunteerWords();
  return (
    <Text>
      <Link to="/volunteers" className="back">
        <IconArrowLeft size={18} aria-hidden /> {words.back}
      </Link>
    </Text>
  );
}

export function BackToVolunteer({ volunteerId, name }: Readonly<{ volunteerId: string; name: string }>) {
  return (
    <Text>
      <Link to="/volunteers/$volunteerId" params={{ volunteerId }} className="back">
        <IconArrowLeft size={18} aria-hidden /> {name}
      </Link>
    </Text>
  );
}
