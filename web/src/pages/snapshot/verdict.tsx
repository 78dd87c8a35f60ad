import { Button, Group, Text } from '@mantine/core';
import { IconCircleCheck, IconHelpCircle, IconPrinter, IconShieldX } from '@tabler/icons-react';
import { useTimes } from '../../words/times.ts';
import type { SignedList, Verdict } from './signed-list.ts';
import { useSnapshotWords } from './words.ts';

type Said = Exclude<Verdict, { is: 'unreadable' }>;
type Props = Readonly<{ verdict: Said; onAnother: () => void }>;

const signs = { genuine: IconCircleCheck, forged: IconShieldX, unable: IconHelpCircle };

/** What is said of the list, and the list where it can be relied on. */
export function ShownVerdict({ verdict, onAnother }: Props) {
  const words = useSnapshotWords();
  const Sign = signs[verdict.is];
  const hints = { genuine: words.genuineHint, forged: words.forgedHint, unable: '' };
  return (
    <div className="snapshot">
      <div role="status" className="verdict" data-is={verdict.is}>
        <Sign size={40} aria-hidden />
        <div>
          <strong>{verdict.is === 'unable' ? words.unable : words[verdict.is]}</strong>
          {hints[verdict.is] && <p>{hints[verdict.is]}</p>}
        </div>
      </div>
      {verdict.is === 'genuine' && <People list={verdict.list} />}
      <Group className="no-print">
        {verdict.is === 'genuine' && (
          <Button leftSection={<IconPrinter size={20} aria-hidden />} onClick={() => window.print()}>
            {words.print}
          </Button>
        )}
        <Button variant="default" onClick={onAnother}>
          {words.another}
        </Button>
      </Group>
    </div>
  );
}

function People({ list: { siteName, generatedAt, people } }: Readonly<{ list: SignedList }>) {
  const words = useSnapshotWords();
  const times = useTimes();
  return (
    <section aria-labelledby="snapshot-site">
      <h2 id="snapshot-site">{siteName}</h2>
      <Text>
        {words.inside(people.length)} · {words.asOf(times.moment(generatedAt))}
      </Text>
      {people.length > 0 && (
        <table className="snapshot-people">
          <thead>
            <tr>
              <th scope="col">{words.seen}</th>
              <th scope="col">{words.name}</th>
              <th scope="col">{words.kind}</th>
              <th scope="col">{words.since}</th>
            </tr>
          </thead>
          <tbody>
            {people.map(({ personId, displayName, kind, since, entrance }) => (
              <tr key={personId}>
                <td>☐</td>
                <th scope="row">{displayName}</th>
                <td>{words.kinds[kind]}</td>
                <td>{[since && times.time(since), entrance].filter(Boolean).join(' · ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
