import { useMutation, useQuery } from '@tanstack/react-query';
import type { SiteSummary, Visitor } from '@guildhall/client';
import { api } from '../../api/api.ts';
import { useSession } from '../../api/session.ts';
import { say } from '../../parts/notice.ts';
import { Section } from '../../parts/section.tsx';
import { Verdict } from '../../parts/verdict.tsx';
import { useTimes } from '../../words/times.ts';
import { useRefresh } from './use-visitors.ts';
import { useVisitorsWords } from './words.ts';

const askMs = 20_000;

/** Whom somebody has to agree to before they are invited; nothing where there is nobody. */
export function PendingVisitors({ site }: Readonly<{ site: SiteSummary }>) {
  const words = useVisitorsWords();
  const { data } = useQuery({
    queryKey: ['visitors', site.id, 'pending'],
    queryFn: () => api.register.listPendingVisitors({ siteId: site.id }),
    refetchInterval: askMs,
  });
  if (!data || data.visitors.length === 0) return null;
  return (
    <Section title={words.pending(data.visitors.length)} hint={words.pendingHint}>
      <ul className="plain-list">
        {data.visitors.map((visitor) => (
          <Pending key={visitor.id} visitor={visitor} site={site} />
        ))}
      </ul>
    </Section>
  );
}

function Pending({ visitor, site }: Readonly<{ visitor: Visitor; site: SiteSummary }>) {
  const words = useVisitorsWords();
  const times = useTimes(site.timeZone);
  const refresh = useRefresh();
  const { person } = useSession();
  const { id: visitorId, name, company, hostName, expectedOn, expectedFrom, purpose } = visitor;
  const { mutate, isPending, error } = useMutation({
    mutationFn: (verdict: Readonly<{ approve: boolean; reason: string }>) =>
      api.register.decideVisitor({ siteId: site.id, visitorId, ...verdict }),
    onSuccess: (decided) => say(words.decided(name, decided.approval === 'approved')),
    onSettled: refresh,
  });
  const facts = [
    company,
    words.host(hostName),
    times.day(expectedOn),
    expectedFrom && words.from(expectedFrom),
    purpose,
  ].filter(Boolean);
  const isOwn = visitor.announcedById === person.id;
  return (
    <li className="visitor">
      <span className="visitor-name">{name}</span>
      <p className="visitor-facts">{facts.join(' · ')}</p>
      {isOwn ? (
        <p className="visitor-facts">{words.pendingOwn}</p>
      ) : (
        <Verdict name={name} busy={isPending} error={error} onDecide={mutate} />
      )}
    </li>
  );
}
