import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconPrinter } from '@tabler/icons-react';
import { dayPlus } from '../../parts/days.ts';
import { isDay } from '../../parts/is-day.ts';
import type { SiteSummary } from '@guildhall/client';
import { useMay } from '../../api/session.ts';
import { useWords } from '../../words/words.ts';
import { AddVisit } from './add-visit.tsx';
import { DownloadButton } from './download.tsx';

type Props = Readonly<{ site: SiteSummary; date: string; onDate: (date: string) => void }>;

/** Which day, and what one can do with it. */
export function DayBar({ site, date, onDate }: Props) {
  const { reports: words } = useWords();
  const may = useMay();
  const isLast = date >= site.today;
  return (
    <div className="report-bar no-print">
      <div className="day-picker">
        <ActionIcon variant="default" size={44} aria-label={words.before} onClick={() => onDate(dayPlus(date, -1))}>
          <IconChevronLeft size={20} aria-hidden />
        </ActionIcon>
        <TextInput
          type="date"
          aria-label={words.date}
          value={date}
          max={site.today}
          onChange={({ currentTarget }) => isDay(currentTarget.value) && onDate(currentTarget.value)}
        />
        <ActionIcon
          variant="default"
          size={44}
          aria-label={words.after}
          disabled={isLast}
          onClick={() => onDate(dayPlus(date, 1))}
        >
          <IconChevronRight size={20} aria-hidden />
        </ActionIcon>
      </div>
      <div className="report-acts">
        {may('register.visits.correct') && may('people.read') && <AddVisit site={site} date={date} />}
        <DownloadButton site={site} from={date} to={date} />
        <Button variant="default" leftSection={<IconPrinter size={20} aria-hidden />} onClick={() => window.print()}>
          {words.print}
        </Button>
      </div>
    </div>
  );
}
