import { Text } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { PreviewedChange } from '@guildhall/client';
import { Tag } from '../../parts/tag.tsx';
import { useRuleWords } from './words.ts';
import '../volunteers/volunteers.css';

/** Who gets or loses which channel. */
export function PreviewedChanges({ changes }: Readonly<{ changes: readonly PreviewedChange[] }>) {
  const words = useRuleWords();
  if (changes.length === 0) return null;
  return (
    <div>
      <Text fw={600} mb="xs">
        {words.first(changes.length)}
      </Text>
      <ul className="vol-changes">
        {changes.map(({ volunteerId, name, channel, change }) => (
          <li key={[volunteerId, channel, change].join(' ')}>
            <Tag tone={change === 'grant' ? 'good' : 'bad'} icon={change === 'grant' ? IconPlus : IconMinus}>
              {change === 'grant' ? words.given : words.taken}
            </Tag>
            <Link to="/volunteers/$volunteerId" params={{ volunteerId }}>
              {name || volunteerId}
            </Link>
            {channel}
          </li>
        ))}
      </ul>
    </div>
  );
}
