import { Group, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/api.ts';
import { Action } from '../../parts/action.tsx';
import { Asked } from '../../parts/asked.tsx';
import { Form, Unplaced } from '../../parts/form.tsx';
import { Loading } from '../../parts/loading.tsx';
import { say } from '../../parts/notice.ts';
import { ProblemAlert } from '../../parts/problem.tsx';
import { refusalOf } from '../../parts/refusal.ts';
import { Section } from '../../parts/section.tsx';
import { useWords } from '../../words/words.ts';

const queryKey = ['pin'];

/** Number and PIN, with which a kiosk knows somebody who has no phone at hand. */
export function KioskPin() {
  const { account } = useWords();
  const { data, error, refetch } = useQuery({ queryKey, queryFn: () => api.identity.getPin() });
  return (
    <Section title={account.pin} hint={account.pinHint}>
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading height={48} />}
      {data && (
        <div>
          <Text>{data.isSet ? account.pinIsSet : account.pinNone}</Text>
          {data.number && (
            <Text>
              {account.pinNumber}: <strong className="figures">{data.number}</strong>
            </Text>
          )}
        </div>
      )}
      <PinForm isSet={data?.isSet ?? false} />
    </Section>
  );
}

function PinForm({ isSet }: Readonly<{ isSet: boolean }>) {
  const { account } = useWords();
  const client = useQueryClient();
  const [pin, setPin] = useState('');
  const onSettled = () => client.invalidateQueries({ queryKey });
  const set = useMutation({
    mutationFn: () => api.identity.setPin({ pin }),
    onSuccess: () => {
      setPin('');
      say(account.pinSaved);
    },
    onSettled,
  });
  const remove = useMutation({
    mutationFn: () => api.identity.removePin(),
    onSuccess: () => say(account.pinRemoved),
    onSettled,
  });
  const refusal = refusalOf(set.error ?? remove.error, ['pin']);
  return (
    <Form refusal={refusal} onSubmit={set.mutate}>
      <TextInput
        type="password"
        label={account.pinNew}
        description={account.pinNewHint}
        value={pin}
        onChange={({ currentTarget }) => setPin(currentTarget.value)}
        error={refusal.at('pin')}
        inputMode="numeric"
        autoComplete="off"
        maxLength={12}
      />
      <Unplaced refusal={refusal} />
      <Group gap="sm">
        <Action type="submit" busy={set.isPending}>
          {account.pinSave}
        </Action>
        {isSet && (
          <Asked
            question={account.pinRemoveAsk}
            action={account.pinRemove}
            busy={remove.isPending}
            onConfirm={remove.mutate}
          />
        )}
      </Group>
    </Form>
  );
}
