import { Button, Group } from '@mantine/core';
import { IconBriefcase, IconPlus } from '@tabler/icons-react';
import type { Channel, VolunteersRole } from '@guildhall/client';
import { useState } from 'react';
import { volunteers } from '../../api/volunteers.ts';
import { Section } from '../../parts/section.tsx';
import { Tag } from '../../parts/tag.tsx';
import { Editable } from './editable.tsx';
import { RoleDrawer } from './role-drawer.tsx';
import { useRuleWords } from './words.ts';

type Props = Readonly<{ roles: readonly VolunteersRole[]; channels: readonly Channel[] }>;

/** The roles that there are. */
export function Roles({ roles, channels }: Props) {
  const words = useRuleWords();
  const [edited, edit] = useState<VolunteersRole | 'new'>();
  return (
    <Section title={words.roles}>
      {roles.map((role) => (
        <Editable
          key={role.key}
          icon={IconBriefcase}
          name={role.label}
          hint={`${role.key} · ${words.people(role.volunteers)}`}
          tags={
            <Group gap={4}>
              {!role.active && <Tag>{words.inactive}</Tag>}
              {role.needsApproval && <Tag tone="note">{words.needsApproval}</Tag>}
            </Group>
          }
          onEdit={() => edit(role)}
          onDelete={() => volunteers.deleteRole({ key: role.key })}
        />
      ))}
      <Group>
        <Button variant="default" leftSection={<IconPlus size={20} aria-hidden />} onClick={() => edit('new')}>
          {words.addRole}
        </Button>
      </Group>
      {edited && (
        <RoleDrawer role={edited === 'new' ? undefined : edited} channels={channels} onClose={() => edit(undefined)} />
      )}
    </Section>
  );
}
