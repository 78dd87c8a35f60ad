import { Table } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Person } from '@guildhall/client';
import { Tag } from '../../parts/tag.tsx';
import { useWords } from '../../words/words.ts';
import { Roles } from './roles.tsx';

type Props = Readonly<{ people: readonly Person[] }>;

/** A table on the desk, cards on the phone. */
export function PeopleTable({ people }: Props) {
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
          <Row key={person.id} person={person} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Row({ person }: Readonly<{ person: Person }>) {
  const { people: words } = useWords();
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <Name person={person} />
      </Table.Th>
      <Table.Td>
        {person.contacts.map(({ id, value }) => (
          <div key={id}>{value}</div>
        ))}
      </Table.Td>
      <Table.Td>{words[person.kind]}</Table.Td>
      <Table.Td>
        <Roles roles={person.roles} />
      </Table.Td>
    </Table.Tr>
  );
}

function Name({ person }: Readonly<{ person: Person }>) {
  const { people: words, records } = useWords();
  return (
    <Link to="/people/$personId" params={{ personId: person.id }} className="people-open">
      <span className="people-name">
        <span>
          {person.displayName} {person.status === 'disabled' && <Tag tone="bad">{words.disabled}</Tag>}
          {person.status === 'merged' && <Tag tone="note">{records.merged}</Tag>}
          <span className="people-handle">{person.handle}</span>
        </span>
        <IconChevronRight size={20} aria-hidden />
      </span>
    </Link>
  );
}
