import { Table, UnstyledButton } from '@mantine/core';
import { type Icon, IconAlertTriangle, IconDoorEnter, IconDoorExit, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReportPerson, ReportRecord, SiteSummary } from '@guildhall/client';
import { useMay } from '../../api/session.ts';
import { Tag, type Tone } from '../../parts/tag.tsx';
import { useTimes } from '../../words/times.ts';
import { useWords } from '../../words/words.ts';
import { CorrectRecord } from './correct-record.tsx';

const looks: Readonly<Record<string, { word: 'in' | 'out' | 'notSignedOut'; tone: Tone; icon: Icon }>> = {
  'signed-in': { word: 'in', tone: 'good', icon: IconDoorEnter },
  'signed-out': { word: 'out', tone: 'plain', icon: IconDoorExit },
  'not-signed-out': { word: 'notSignedOut', tone: 'bad', icon: IconAlertTriangle },
};

type Props = Readonly<{ person: ReportPerson; site: SiteSummary; hasContacts: boolean }>;

export function DayPerson({ person, site, hasContacts }: Props) {
  const { reports: words } = useWords();
  const look = looks[person.status];
  return (
    <Table.Tr>
      <Table.Th scope="row">
        {person.displayName} {person.kind !== 'person' && <Tag>{words[person.kind]}</Tag>}
      </Table.Th>
      <Table.Td>
        {look && (
          <Tag tone={look.tone} icon={look.icon}>
            {words[look.word]}
          </Tag>
        )}
      </Table.Td>
      <Table.Td>
        {person.records.map((record) => (
          <OneRecord key={record.visitId} record={record} person={person} site={site} />
        ))}
      </Table.Td>
      {hasContacts && (
        <Table.Td>
          {[...person.emails, ...person.phones].map((contact) => (
            <div key={contact}>{contact}</div>
          ))}
        </Table.Td>
      )}
    </Table.Tr>
  );
}

type RecordProps = Readonly<{ record: ReportRecord; person: ReportPerson; site: SiteSummary }>;

function OneRecord({ record, person, site }: RecordProps) {
  const { reports: words } = useWords();
  const times = useTimes(site.timeZone);
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  const { signedInAt, signedOutAt, selfDeclared } = record;
  const inside = person.status === 'signed-in' ? words.now : words.none;
  return (
    <div className="day-record">
      <span className="figures" title={times.moment(signedInAt)}>
        {times.time(signedInAt)} – {signedOutAt ? times.time(signedOutAt) : inside}
      </span>
      {selfDeclared && <Tag tone="note">{words.self}</Tag>}
      {may('register.visits.correct') && (
        <UnstyledButton
          className="day-correct no-print"
          aria-label={words.correctNamed(person.displayName)}
          title={words.correct}
          onClick={() => setOpen(true)}
        >
          <IconPencil size={18} aria-hidden />
        </UnstyledButton>
      )}
      {isOpen && <CorrectRecord record={record} person={person} site={site} onClose={() => setOpen(false)} />}
    </div>
  );
}
