import { Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowLeft, IconCalendarEvent, IconPencil, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { Opportunity, Shift } from '@guildhall/client';
import { useState } from 'react';
import { useMay } from '../../api/session.ts';
import { volunteers } from '../../api/volunteers.ts';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Own } from '../../parts/own.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Section } from '../../parts/section.tsx';
import { Tag } from '../../parts/tag.tsx';
import { useTimes } from '../../words/times.ts';
import { placeText } from '../volunteers/place.ts';
import { useVolunteerWords } from '../volunteers/words.ts';
import { OpportunityDrawer } from './opportunity-drawer.tsx';
import { ShiftDrawer } from './shift-drawer.tsx';
import { useShiftWords } from './words.ts';

/** One thing to do, with its shifts. */
export function OpportunityPage() {
  const words = useShiftWords();
  const { opportunities: title } = useVolunteerWords();
  const { opportunityId } = useParams({ from: '/signed-in/volunteers/opportunities/$opportunityId' });
  const { data, error, refetch } = useQuery({
    queryKey: ['volunteers', 'opportunities', opportunityId],
    queryFn: () => volunteers.getOpportunity({ opportunityId }),
  });
  return (
    <Page title={data?.title ?? title} actions={data && <Edit opportunity={data} />}>
      <Stack gap="lg">
        <Text>
          <Link to="/volunteers/opportunities" className="back">
            <IconArrowLeft size={18} aria-hidden /> {words.back}
          </Link>
        </Text>
        {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Loading height={320} />}
        {data && <Shown opportunity={data} />}
      </Stack>
    </Page>
  );
}

type Props = Readonly<{ opportunity: Opportunity }>;

function Edit({ opportunity }: Props) {
  const words = useShiftWords();
  const { edit: editWord } = useVolunteerWords();
  const may = useMay();
  const [isEditing, edit] = useState(false);
  if (!may('volunteers.write')) return null;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPencil size={20} aria-hidden />}
        aria-label={words.editOf(opportunity.title)}
        onClick={() => edit(true)}
      >
        {editWord}
      </Button>
      {isEditing && <OpportunityDrawer opportunity={opportunity} onClose={() => edit(false)} />}
    </>
  );
}

function Shown({ opportunity }: Props) {
  const words = useShiftWords();
  const may = useMay();
  const [isAdding, setAdding] = useState(false);
  const { opportunityId, description, roleLabel, published, shifts } = opportunity;
  return (
    <>
      <Group gap="xs">
        <Tag tone={published ? 'good' : 'plain'}>{published ? words.shown : words.draft}</Tag>
        <Text>{[placeText(opportunity), roleLabel || words.everybody].filter(Boolean).join(' · ')}</Text>
      </Group>
      {description && <Text style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{description}</Text>}
      <Section title={words.shifts}>
        {shifts.length === 0 && <Text c="dimmed">{words.shiftsNone}</Text>}
        {shifts.map((shift) => (
          <OneShift key={shift.shiftId} shift={shift} />
        ))}
        {may('volunteers.write') && (
          <Group>
            <Button variant="default" leftSection={<IconPlus size={20} aria-hidden />} onClick={() => setAdding(true)}>
              {words.addShift}
            </Button>
          </Group>
        )}
      </Section>
      {isAdding && <ShiftDrawer opportunityId={opportunityId} shift={undefined} onClose={() => setAdding(false)} />}
    </>
  );
}

function OneShift({ shift }: Readonly<{ shift: Shift }>) {
  const words = useShiftWords();
  const times = useTimes();
  const { shiftId, startsAt, endsAt, taken, capacity, waiting, cancelled } = shift;
  const when = words.when(times.moment(startsAt), times.time(endsAt));
  return (
    <Own
      icon={IconCalendarEvent}
      title={when}
      hint={words.taken(taken, capacity, waiting)}
      tags={cancelled && <Tag tone="bad">{words.cancelled}</Tag>}
    >
      <ButtonLink
        to="/volunteers/shifts/$shiftId"
        params={{ shiftId }}
        variant="default"
        aria-label={`${words.open}: ${when}`}
      >
        {words.open}
      </ButtonLink>
    </Own>
  );
}
