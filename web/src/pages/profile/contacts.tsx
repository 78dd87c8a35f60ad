import { Group, Text } from '@mantine/core';
import { IconCircleCheck, IconDeviceMobile, IconMail } from '@tabler/icons-react';
import type { Person } from '../../api/gen/client.ts';
import { Section } from '../../parts/section.tsx';
import { Tag } from '../../parts/tag.tsx';
import { useWords } from '../../words/words.ts';

/** Where codes and notices go. */
export function Contacts({ contacts }: Readonly<{ contacts: Person['contacts'] }>) {
  const { profile, signIn } = useWords();
  return (
    <Section title={profile.contacts}>
      <ul className="plain-list">
        {contacts.map(({ id, method, value, verifiedAt }) => (
          <li key={id}>
            <Group gap="sm">
              {method === 'sms' ? <IconDeviceMobile aria-label={signIn.sms} /> : <IconMail aria-label={signIn.email} />}
              <Text style={{ overflowWrap: 'anywhere', flex: '0 1 auto', minWidth: 0 }}>{value}</Text>
              {verifiedAt && (
                <Tag tone="good" icon={IconCircleCheck}>
                  {profile.verified}
                </Tag>
              )}
            </Group>
          </li>
        ))}
      </ul>
    </Section>
  );
}
