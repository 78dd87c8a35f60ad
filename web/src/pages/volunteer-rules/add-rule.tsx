import { Button, NativeSelect, Stack, TextInput } from '@mantine/core';
import type { Channel, RuleInput, VolunteersRole } from '@guildhall/client';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../../parts/dialog.tsx';
import { useRuleWords } from './words.ts';
import { anywhere, WhereInput } from './where-input.tsx';

type Props = Readonly<{
  roles: readonly VolunteersRole[];
  channels: readonly Channel[];
  onAdd: (input: RuleInput) => void;
  onClose: () => void;
}>;

/** One more rule of the draft, for some places or with a template. */
export function AddRule({ roles, channels, onAdd, onClose }: Props) {
  const words = useRuleWords();
  const [role, setRole] = useState(roles[0]?.key ?? '');
  const [channel, setChannel] = useState(channels[0]?.channelId ?? '');
  const [template, setTemplate] = useState('');
  const [where, setWhere] = useState(anywhere);
  const wanted = channel === '' ? template.trim() : channel;
  const isNarrowed = where.area !== '' || where.district !== '' || where.branch !== '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (role && wanted) onAdd({ role, channel: wanted, ...(isNarrowed && { where }) });
  };
  return (
    <Dialog kind="drawer" title={words.addRule} onClose={onClose}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <NativeSelect
            label={words.role}
            value={role}
            data={roles.map(({ key, label }) => ({ value: key, label }))}
            onChange={({ currentTarget }) => setRole(currentTarget.value)}
          />
          <NativeSelect
            label={words.channel}
            value={channel}
            data={[
              ...channels.map(({ channelId, name }) => ({ value: channelId, label: name })),
              { value: '', label: words.template },
            ]}
            onChange={({ currentTarget }) => setChannel(currentTarget.value)}
          />
          {channel === '' && (
            <TextInput
              label={words.template}
              description={words.channelOrTemplate}
              value={template}
              maxLength={80}
              required
              withAsterisk={false}
              onChange={({ currentTarget }) => setTemplate(currentTarget.value)}
            />
          )}
          <WhereInput legend={words.where} value={where} onChange={setWhere} />
          <Button type="submit">{words.addRule}</Button>
        </Stack>
      </form>
    </Dialog>
  );
}
