import { Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowLeft, IconPencil } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { Shift } from '@guildhall/client';
import { useState } from 'react';
import { useMay } from '../../api/session.ts';
import { volunteers } from '../../api/volunteers.ts';
import { Loading } from '../../parts/loading.tsx';
import { say } from '../../parts/notice.ts';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Section } from '../../parts/section.tsx';
import { Tag } from '../../parts/tag.tsx';
import { useTimes } from '../../words/times.ts';
import { ReasonDialog } from '../volunteers/decide.tsx';
import { useVolunteerWords } from '../volunteers/words.ts';
import { OnePlace } from './one-place.tsx';
import { ShiftDrawer } from './shift-drawer.tsx';
import { useShiftWords } from './words.ts';

/** One shift: who comes, who waits, and who came. */
export function ShiftPage() {
  const words = useShiftWords();
  const { shiftId } = useParams({ from: '/signed-in/volunteers/shifts/$shiftId' });
  const { data, error, refetch } = useQuery({
    queryKey: ['volunteers', 'shift', shiftId],
    queryFn: () => volunteers.getShift({ shiftId }),
  });
  return (
    <Page title={data?.title ?? words.shifts}>
      <Stack gap="lg">
        {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Loading height={320} />}
        {data && <Shown shift={data} />}
      </Stack>
    </Page>
  );
}

type Props = Readonly<{ shift: Shift }>;

function Shown({ shift }: Props) {
  const words = useShiftWords();
  const times = useTimes();
  const may = useMay();
  const { opportunityId, title, startsAt, endsAt, taken, capacity, waiting, cancelled, reason, places } = shift;
  const mayWrite = may('volunteers.write');
  return (
    <>
      <Text>
        <Link to="/volunteers/opportunities/$opportunityId" params={{ opportunityId }} className="back">
          <IconArrowLeft size={18} aria-hidden /> {title}
        </Link>
      </Text>
      <div>
        <Text fw={600}>{words.when(times.moment(startsAt), times.time(endsAt))}</Text>
        <Text>{words.taken(taken, capacity, waiting)}</Text>
      </div>
      {cancelled && (
        <Group gap="xs">
          <Tag tone="bad">{words.cancelled}</Tag>
          <Text>{reason}</Text>
        </Group>
      )}
      {mayWrite && !cancelled && <Acts shift={shift} />}
      <Section title={words.people}>
        {places.length === 0 && <Text c="dimmed">{words.peopleNone}</Text>}
        {places.map((place) => (
          <OnePlace key={place.volunteerId} shift={shift} place={place} mayRecord={mayWrite && !cancelled} />
        ))}
      </Section>
    </>
  );
}

function Acts({ shift }: Props) {
  const words = useShiftWords();
  const { edit: editWord } = useVolunteerWords();
  const client = useQueryClient();
  const [open, setOpen] = useState<'edit' | 'cancel'>();
  const close = (): void => setOpen(undefined);
  const { shiftId, opportunityId } = shift;
  const cancel = useMutation({
    mutationFn: (reason: string) => volunteers.cancelShift({ shiftId, reason }),
    onSuccess: () => say(words.cancelDone),
    onSettled: () => client.invalidateQueries({ queryKey: ['volunteers'] }),
  });
  return (
    <Group gap="sm">
      <Button variant="default" leftSection={<IconPencil size={20} aria-hidden />} onClick={() => setOpen('edit')}>
        {editWord}
      </Button>
      <Button variant="default" onClick={() => setOpen('cancel')}>
        {words.cancel}
      </Button>
      {cancel.error && <ProblemAlert error={cancel.error} />}
      {open === 'edit' && <ShiftDrawer opportunityId={opportunityId} shift={shift} onClose={close} />}
      {open === 'cancel' && (
        <ReasonDialog
          title={words.cancel}
          action={words.cancel}
          onClose={close}
          onReason={(reason) => {
            close();
            cancel.mutate(reason);
          }}
        />
      )}
    </Group>
  );
}
