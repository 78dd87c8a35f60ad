import { Button } from '@mantine/core';
import { IconDoorEnter, IconDoorExit, IconPrinter } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { SiteSummary, Visitor } from '@guildhall/client';
import { api } from '../../api/api.ts';
import { Action } from '../../parts/action.tsx';
import { ButtonLink } from '../../parts/button-link.tsx';
import { say } from '../../parts/notice.ts';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Arrival } from './arrival.tsx';
import { EditVisitor } from './edit-visitor.tsx';
import { useRefresh } from './use-visitors.ts';
import { useVisitorsWords } from './words.ts';

type Props = Readonly<{ visitor: Visitor; site: SiteSummary }>;

/** What the desk can do with a visitor, by their state. */
export function VisitorActions({ visitor, site }: Props) {
  if (visitor.status === 'expected') return <Expected visitor={visitor} site={site} />;
  return visitor.status === 'inside' ? <Inside visitor={visitor} site={site} /> : null;
}

function Expected({ visitor, site }: Props) {
  const words = useVisitorsWords();
  const [open, setOpen] = useState<'arrival' | 'edit'>();
  const close = (): void => setOpen(undefined);
  return (
    <div className="visitor-actions">
      <Button
        aria-label={words.arriveNamed(visitor.name)}
        leftSection={<IconDoorEnter size={20} aria-hidden />}
        onClick={() => setOpen('arrival')}
      >
        {words.arrive}
      </Button>
      <Button variant="default" aria-label={words.editNamed(visitor.name)} onClick={() => setOpen('edit')}>
        {words.edit}
      </Button>
      {open === 'arrival' && <Arrival site={site} who={{ visitor }} onClose={close} />}
      {open === 'edit' && <EditVisitor site={site} visitor={visitor} onClose={close} />}
    </div>
  );
}

function Inside({ visitor, site }: Props) {
  const words = useVisitorsWords();
  const refresh = useRefresh();
  const which = { siteId: site.id, visitorId: visitor.id };
  const leave = useMutation({
    mutationFn: () => api.register.releaseVisitor(which),
    onSuccess: () => say(words.left(visitor.name)),
    onSettled: refresh,
  });
  const collect = useMutation({ mutationFn: () => api.register.collectVisitor(which), onSettled: refresh });
  const error = leave.error ?? collect.error;
  return (
    <>
      <div className="visitor-actions">
        <Action
          aria-label={words.leaveNamed(visitor.name)}
          busy={leave.isPending}
          leftSection={<IconDoorExit size={20} aria-hidden />}
          onClick={() => leave.mutate()}
        >
          {words.leave}
        </Action>
        {visitor.hostId && visitor.hostAnswer !== 'collected' && (
          <Action
            variant="default"
            aria-label={words.collectNamed(visitor.name)}
            busy={collect.isPending}
            onClick={() => collect.mutate()}
          >
            {words.collect}
          </Action>
        )}
        <ButtonLink
          variant="default"
          to="/visitors/$visitorId/badge"
          params={{ visitorId: visitor.id }}
          search={{ site: site.id }}
          aria-label={words.badgeNamed(visitor.name)}
          leftSection={<IconPrinter size={20} aria-hidden />}
        >
          {words.badge}
        </ButtonLink>
      </div>
      {error && <ProblemAlert error={error} />}
    </>
  );
}
