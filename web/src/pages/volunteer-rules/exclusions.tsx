import { Button, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { IconArrowsSplit, IconPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Exclusion, VolunteersRole } from '@guildhall/client';
import { useState } from 'react';
import { volunteers } from '../../api/volunteers.ts';
import { Action } from '../../parts/action.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form, Unplaced } from '../../parts/form.tsx';
import { Own } from '../../parts/own.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { refusalOf } from '../../parts/refusal.ts';
import { Section } from '../../parts/section.tsx';
import { useSaved } from './use-saved.ts';
import { useRuleWords } from './words.ts';

type Props = Readonly<{ roles: readonly VolunteersRole[]; exclusions: readonly Exclusion[] }>;

/** Pairs of roles of which nobody may have both. */
export function Exclusions({ roles, exclusions }: Props) {
  const words = useRuleWords();
  const [isAdding, setAdding] = useState(false);
  return (
    <Section title={words.exclusions} hint={words.exclusionsHint}>
      {exclusions.length === 0 && <Text c="dimmed">{words.exclusionsNone}</Text>}
      {exclusions.map((exclusion) => (
        <One key={exclusion.exclusionId} roles={roles} exclusion={exclusion} />
      ))}
      {roles.length > 1 && (
        <Group>
          <Button variant="default" leftSection={<IconPlus size={20} aria-hidden />} onClick={() => setAdding(true)}>
            {words.exclude}
          </Button>
        </Group>
      )}
      {isAdding && <AddExclusion roles={roles} onClose={() => setAdding(false)} />}
    </Section>
  );
}

type OneProps = Readonly<{ roles: readonly VolunteersRole[]; exclusion: Exclusion }>;

function One({ roles, exclusion: { exclusionId, roles: pair, reason } }: OneProps) {
  const words = useRuleWords();
  const client = useQueryClient();
  const [one = '', other = ''] = pair.map((key) => roles.find((role) => role.key === key)?.label ?? key);
  const name = words.pair(one, other);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => volunteers.deleteExclusion({ exclusionId }),
    onSettled: () => client.invalidateQueries({ queryKey: ['volunteers', 'rules'] }),
  });
  return (
    <>
      <Own icon={IconArrowsSplit} title={name} hint={reason}>
        <Action variant="default" busy={isPending} aria-label={words.removePair(name)} onClick={() => mutate()}>
          {words.remove}
        </Action>
      </Own>
      {error && <ProblemAlert error={error} />}
    </>
  );
}

function AddExclusion({ roles, onClose }: Readonly<{ roles: readonly VolunteersRole[]; onClose: () => void }>) {
  const words = useRuleWords();
  const [pair, setPair] = useState<[string, string]>([roles[0]?.key ?? '', roles[1]?.key ?? '']);
  const [reason, setReason] = useState('');
  const { mutate, isPending, error } = useSaved(() => volunteers.excludeRoles({ roles: pair, reason }), onClose);
  const refusal = refusalOf(error, ['roles', 'reason']);
  const data = roles.map(({ key, label }) => ({ value: key, label }));
  return (
    <Dialog kind="question" title={words.exclude} onClose={onClose}>
      <Form refusal={refusal} onSubmit={() => isPending || mutate()}>
        <NativeSelect
          label={words.one}
          value={pair[0]}
          data={data}
          onChange={({ currentTarget: { value } }) => setPair(([, other]) => [value, other])}
          error={refusal.at('roles')}
        />
        <NativeSelect
          label={words.other}
          value={pair[1]}
          data={data}
          onChange={({ currentTarget: { value } }) => setPair(([one]) => [one, value])}
        />
        <TextInput
          label={words.why}
          value={reason}
          maxLength={200}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        <Unplaced refusal={refusal} />
        <Action type="submit" busy={isPending}>
          {words.exclude}
        </Action>
      </Form>
    </Dialog>
  );
}
