import { IconEye } from '@tabler/icons-react';
import type { SiteSummary, Visitor } from '@guildhall/client';
import { Tag } from '../../parts/tag.tsx';
import { useTimes } from '../../words/times.ts';
import { VisitorActions } from './visitor-actions.tsx';
import { useVisitorsWords } from './words.ts';

type Props = Readonly<{ visitor: Visitor; site: SiteSummary }>;

/** One visitor: who, whom, since when, and what can be done. */
export function VisitorRow({ visitor, site }: Props) {
  const words = useVisitorsWords();
  const times = useTimes(site.timeZone);
  const { name, company, kind, hostName, status, expectedFrom, expectedUntil, arrivedAt, leftAt, vehicle } = visitor;
  // Absent as long as the host has not said anything.
  const answer: Visitor['hostAnswer'] | undefined = status === 'inside' ? visitor.hostAnswer : undefined;
  const facts = [
    company,
    hostName && words.host(hostName),
    status === 'expected' && expectedFrom && words.from(expectedFrom),
    status === 'expected' && expectedUntil && words.until(expectedUntil),
    arrivedAt && words.since(times.time(arrivedAt)),
    leftAt && words.leftAt(times.time(leftAt)),
    vehicle,
  ].filter(Boolean);
  return (
    <li className="visitor" data-status={status} data-watched={visitor.watched || undefined}>
      <div className="visitor-head">
        <span className="visitor-name">{name}</span>
        <span className="visitor-tags">
          {visitor.watched && (
            <Tag tone="bad" icon={IconEye}>
              {words.watched}
            </Tag>
          )}
          {kind === 'contractor' && <Tag>{words.contractor}</Tag>}
          {status === 'expected' && visitor.approval === 'pending' && <Tag tone="note">{words.toApprove}</Tag>}
          {visitor.approval === 'refused' && <Tag>{words.refused}</Tag>}
          {answer && (
            <Tag tone={answer === 'declined' ? 'bad' : answer === 'later' ? 'note' : 'good'}>
              {words.answer[answer]}
            </Tag>
          )}
          {status !== 'expected' && status !== 'inside' && <Tag>{words.status[status]}</Tag>}
        </span>
      </div>
      <p className="visitor-facts">{facts.join(' · ')}</p>
      {visitor.overrideReason && <p className="visitor-facts">{words.override(visitor.overrideReason)}</p>}
      <VisitorActions visitor={visitor} site={site} />
    </li>
  );
}
