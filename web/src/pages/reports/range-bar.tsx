import { Button, TextInput } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import type { SiteSummary } from '@guildhall/client';
import { Choice } from '../../parts/choice.tsx';
import { dayPlus, daysBetween } from '../../parts/days.ts';
import { isDay } from '../../parts/is-day.ts';
import { useWords } from '../../words/words.ts';
import { DownloadButton } from './download.tsx';

type Range = Readonly<{ from: string; to: string }>;
type Props = Range & Readonly<{ site: SiteSummary; onRange: (range: Range) => void }>;

const presets = ['7', '30', '90'] as const;

/** From which day to which. */
export function RangeBar({ site, from, to, onRange }: Props) {
  const { reports: words } = useWords();
  const days = to === site.today ? String(daysBetween(from, to)) : undefined;
  return (
    <div className="report-bar no-print">
      <Choice
        legend={words.preset}
        value={presets.find((preset) => preset === days)}
        options={presets.map((value) => ({ value, label: words.days(Number(value)) }))}
        onChange={(preset) => onRange({ from: dayPlus(site.today, 1 - Number(preset)), to: site.today })}
      />
      <div className="day-picker">
        <TextInput
          type="date"
          label={words.from}
          value={from}
          max={to}
          onChange={({ currentTarget }) => isDay(currentTarget.value) && onRange({ from: currentTarget.value, to })}
        />
        <TextInput
          type="date"
          label={words.to}
          value={to}
          min={from}
          max={site.today}
          onChange={({ currentTarget }) => isDay(currentTarget.value) && onRange({ from, to: currentTarget.value })}
        />
      </div>
      <div className="report-acts">
        <DownloadButton site={site} from={from} to={to} />
        <Button variant="default" leftSection={<IconPrinter size={20} aria-hidden />} onClick={() => window.print()}>
          {words.print}
        </Button>
      </div>
    </div>
  );
}
