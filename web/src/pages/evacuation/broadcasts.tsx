import { Button } from '@mantine/core';
import { IconMessage2Share } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SiteSummary } from '@guildhall/client';
import { api } from '../../api/api.ts';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Section } from '../../parts/section.tsx';
import { useTimes } from '../../words/times.ts';
import { BroadcastDialog, broadcastsKey } from './broadcast-dialog.tsx';
import { useEvacuationWords } from './words.ts';

const shown = 5;

/** Routine messages to everybody inside, and the last ones. */
export function Broadcasts({ site }: Readonly<{ site: SiteSummary }>) {
  const { broadcast: words } = useEvacuationWords();
  const times = useTimes(site.timeZone);
  const { data, error, refetch } = useQuery({
    queryKey: broadcastsKey(site.id),
    queryFn: () => api.register.listBroadcasts({ siteId: site.id }),
  });
  const last = data?.broadcasts.slice(0, shown) ?? [];
  return (
    <Section title={words.section} hint={words.hint}>
      <WriteButton site={site} />
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {last.length > 0 && (
        <ul className="plain-list broadcasts">
          {last.map(({ id, text, sentAt, sentBy, count, entrance }) => (
            <li key={id}>
              <p className="broadcast-text">{text}</p>
              <span className="history-count">
                {words.sentTo(times.moment(sentAt), sentBy || words.somebody, count, entrance)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** Opens what is written to everybody inside. */
export function WriteButton({ site }: Readonly<{ site: SiteSummary }>) {
  const { broadcast: words } = useEvacuationWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        className="no-print"
        variant="default"
        leftSection={<IconMessage2Share size={20} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {words.title}
      </Button>
      {isOpen && <BroadcastDialog site={site} onClose={() => setOpen(false)} />}
    </>
  );
}
