import type { EvacuationList } from '@guildhall/client';
import { useTimes } from '../../words/times.ts';
import { type Row, rowsOfList, shown } from './rows.ts';
import { useEvacuationWords } from './words.ts';

type Props = Readonly<{ list: EvacuationList; at: Date; timeZone: string }>;

/** The list on paper, with room for a tick. */
export function PrintedList({ list, at, timeZone }: Props) {
  const words = useEvacuationWords();
  const rows = rowsOfList(list, []);
  return <PrintedRows title={`${words.printed}: ${list.siteName}`} rows={rows} at={at} timeZone={timeZone} />;
}

type RowsProps = Readonly<{ title: string; rows: readonly Row[]; at: Date; timeZone?: string }>;

export function PrintedRows({ title, rows, at, timeZone }: RowsProps) {
  const words = useEvacuationWords();
  const times = useTimes(timeZone);
  return (
    <div className="only-print">
      <h2>{title}</h2>
      <p>
        {times.moment(at)} · {rows.length}
      </p>
      <table className="printed">
        <thead>
          <tr>
            <th>{words.signature}</th>
            <th>{words.name}</th>
            <th>{words.stateHead}</th>
            <th>{words.timeHead}</th>
          </tr>
        </thead>
        <tbody>
          {shown(rows, 'all', '').map(({ key, name, state, since, entrance }) => (
            <tr key={key}>
              <td>☐</td>
              <td>{name}</td>
              <td>{state === 'unanswered' ? '' : words.state[state]}</td>
              <td>{[since && times.time(since), entrance].filter(Boolean).join(' · ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
