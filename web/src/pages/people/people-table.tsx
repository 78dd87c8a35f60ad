import { Group, Table, UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import type { Person } from '../../api/gen/client.ts';
import { Tag } from '../../parts/tag.tsx';
import { useWords } from '../../words/words.ts';

type Props = Readonly<{ people: readonly Person[]; onOpen: ((person: Person) => void) | undefined }>;

/** A table on the desk, cards on the phone. */
export function PeopleTable({ people, onOpen }: Props) {
  const { people: words } = useWords();
  return (
    <Table verticalSpacing="xs" aria-label={words.title} className="people">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{words.name}</Table.Th>
          <Table.Th>{words.contacts}</Table.Th>
          <Table.Th>{words.kind}</Table.Th>
          <Table.Th>{words.roles}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {people.map((person) => (
          <Row key={person.id} person={person} onOpen={onOpen} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Row({ person, onOpen }: Readonly<{ person: Person; onOpen: Props['onOpen'] }>) {
  const { people: words } = useWords();
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <Name person={person} onOpen={onOpen} />
      </Table.Th>
      <Table.Td>
        {person.contacts.map(({ id, value }) => (
          <div key={id}>{value}</div>
        ))}
      </Table.Td>
      <Table.Td>{words[person.kind]}</Table.Td>
      <Table.Td>
        <Group gap={4}>
          {person.roles.map((role) => (
            <Tag key={role}>{role}</Tag>
          ))}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

function Name({ person, onOpen }: Readonly<{ person: Person; onOpen: Props['onOpen'] }>) {
  const { people: words } = useWords();
  const name = (
    <span className="people-name">
      <span>
        {person.displayName} {person.status === 'disabled' && <Tag tone="bad">{words.disabled}</Tag>}
        <span className="people-handle">{person.handle}</span>
      </span>
      {onOpen && <IconChevronRight size={20} aria-hidden />}
    </span>
  );
  if (!onOpen) return name;
  return (
    <UnstyledButton className="people-open" onClick={() => onOpen(person)}>
      {name}
    </UnstyledButton>
  );
}
