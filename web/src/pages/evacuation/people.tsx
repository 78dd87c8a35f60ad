import { Button, NativeSelect, Text, TextInput } from '@mantine/core';
import { IconCircleCheck, IconQrcode, IconSearch, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Choice } from '../../parts/choice.tsx';
import { Empty } from '../../parts/empty.tsx';
import { AddSomebody } from './add-somebody.tsx';
import { PersonRow } from './person-row.tsx';
import { ScanBadges } from './scan-badges.tsx';
import { type Filter, isOpen, type Row, shown } from './rows.ts';
import type { Marks, Said } from './use-marks.ts';
import { useEvacuationWords } from './words.ts';

type Props = Readonly<{
  rows: readonly Row[];
  /** Absent once nothing can be said any more. */
  marks: Marks | undefined;
  points?: readonly string[];
  timeZone?: string;
}>;

/** Everybody on the list; who is to be found comes first. */
export function People({ rows, marks, points = [], timeZone }: Props) {
  const words = useEvacuationWords();
  const [filter, setFilter] = useState<Filter>(marks ? 'open' : 'all');
  const [wanted, setWanted] = useState('');
  const [open, setOpen] = useState<'add' | 'scan'>();
  const [point, setPoint] = useState('');
  const found = shown(rows, filter, wanted);
  const here = (said: Said): Said => (point && said.state === 'safe' ? { ...said, musterPoint: point } : said);
  return (
    <section className="roll-call" aria-label={words.everybody}>
      <Finder rows={rows} filter={filter} onFilter={setFilter} wanted={wanted} onWanted={setWanted} />
      {marks && points.length > 0 && (
        <NativeSelect
          label={words.musterPoint}
          data={[{ value: '', label: words.noMusterPoint }, ...points]}
          value={point}
          onChange={({ currentTarget }) => setPoint(currentTarget.value)}
        />
      )}
      {marks && (
        <Button variant="default" leftSection={<IconQrcode size={20} aria-hidden />} onClick={() => setOpen('scan')}>
          {words.scan}
        </Button>
      )}
      {rows.length > 0 && found.length === 0 && <NobodyLeft isSearch={wanted !== ''} />}
      <ul className="roll-list">
        {found.map((row) => (
          <PersonRow
            key={row.key}
            row={row}
            timeZone={timeZone}
            onSay={marks && ((said) => marks.say(row, here(said)))}
          />
        ))}
      </ul>
      {marks && (
        <Button variant="default" leftSection={<IconUserPlus size={20} aria-hidden />} onClick={() => setOpen('add')}>
          {words.add}
        </Button>
      )}
      {marks && open === 'add' && (
        <AddSomebody onAdd={(name, said) => marks.add(name, here(said))} onClose={() => setOpen(undefined)} />
      )}
      {marks && open === 'scan' && (
        <ScanBadges rows={rows} onScan={(code) => marks.scan(code, point)} onClose={() => setOpen(undefined)} />
      )}
    </section>
  );
}

type FinderProps = Readonly<{
  rows: readonly Row[];
  filter: Filter;
  onFilter: (filter: Filter) => void;
  wanted: string;
  onWanted: (wanted: string) => void;
}>;

function Finder({ rows, filter, onFilter, wanted, onWanted }: FinderProps) {
  const words = useEvacuationWords();
  const open = rows.filter(isOpen).length;
  const options = [
    { value: 'open', label: words.toFind(open) },
    { value: 'done', label: words.done(rows.length - open) },
    { value: 'all', label: words.all(rows.length) },
  ] as const;
  return (
    <>
      <Choice legend={words.filter} hideLegend value={filter} options={options} onChange={onFilter} />
      <TextInput
        type="search"
        aria-label={words.search}
        placeholder={words.search}
        leftSection={<IconSearch size={20} aria-hidden />}
        value={wanted}
        maxLength={100}
        onChange={({ currentTarget }) => onWanted(currentTarget.value)}
      />
    </>
  );
}

function NobodyLeft({ isSearch }: Readonly<{ isSearch: boolean }>) {
  const words = useEvacuationWords();
  if (!isSearch) return <Empty icon={IconCircleCheck} title={words.allFound} hint={words.allFoundHint} />;
  return (
    <Text role="status" c="dimmed">
      {words.noMatch}
    </Text>
  );
}
