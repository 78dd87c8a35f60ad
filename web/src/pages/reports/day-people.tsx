import { Table, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReportPerson, SiteSummary } from '@guildhall/client';
import { plain } from '../../parts/find.ts';
import { useWords } from '../../words/words.ts';
import { DayPerson } from './day-person.tsx';

type Props = Readonly<{ site: SiteSummary; people: readonly ReportPerson[]; state: string }>;

/** The people of a day by name. */
export function DayPeople({ site, people, state }: Props) {
  const { reports: words } = useWords();
  const [wanted, setWanted] = useState('');
  const found = people.filter(
    ({ displayName, status }) => (!state || status === state) && plain(displayName).includes(plain(wanted)),
  );
  const hasContacts = people.some(({ emails, phones }) => emails.length + phones.length > 0);
  return (
    <>
      <TextInput
        className="no-print"
        type="search"
        aria-label={words.search}
        placeholder={words.search}
        leftSection={<IconSearch size={20} aria-hidden />}
        value={wanted}
        maxLength={100}
        onChange={({ currentTarget }) => setWanted(currentTarget.value)}
      />
      {found.length === 0 && (
        <Text role="status" c="dimmed">
          {words.noMatch}
        </Text>
      )}
      {found.length > 0 && (
        <Table verticalSpacing="xs" aria-label={words.people} className="day-people">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.name}</Table.Th>
              <Table.Th>{words.state}</Table.Th>
              <Table.Th>{words.times}</Table.Th>
              {hasContacts && <Table.Th>{words.contacts}</Table.Th>}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {found.map((person) => (
              <DayPerson key={person.personId} person={person} site={site} hasContacts={hasContacts} />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </>
  );
}
