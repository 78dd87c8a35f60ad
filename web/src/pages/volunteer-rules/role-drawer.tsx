import { Checkbox, Stack, Switch, TextInput } from '@mantine/core';
import type { Channel, VolunteersRole } from '@guildhall/client';
import { useState } from 'react';
import { volunteers } from '../../api/volunteers.ts';
import { Action } from '../../parts/action.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form, Unplaced } from '../../parts/form.tsx';
import { refusalOf } from '../../parts/refusal.ts';
import { useWords } from '../../words/words.ts';
import { useSaved } from './use-saved.ts';
import { useRuleWords } from './words.ts';

type Props = Readonly<{ role: VolunteersRole | undefined; channels: readonly Channel[]; onClose: () => void }>;

const blank = { key: '', label: '', active: true, needsApproval: false };

/** A new role with the channels that it gives, or another name of one. */
export function RoleDrawer({ role, channels, onClose }: Props) {
  const words = useRuleWords();
  const { app } = useWords();
  const [form, setForm] = useState(role ?? blank);
  const [given, setGiven] = useState<string[]>([]);
  const set = (change: Partial<typeof blank>): void => setForm((before) => ({ ...before, ...change }));
  const { key, label, active, needsApproval } = form;
  const { mutate, isPending, error } = useSaved(
    () =>
      role
        ? volunteers.updateRole({ key, label, active, needsApproval })
        : volunteers.createRole({ key: key.trim(), label: label.trim(), needsApproval, channels: given }),
    onClose,
  );
  const refusal = refusalOf(error, ['key', 'label', 'channels']);
  return (
    <Dialog kind="drawer" title={role ? words.editOf(role.label) : words.addRole} onClose={onClose}>
      <Form refusal={refusal} onSubmit={() => isPending || mutate()}>
        {!role && (
          <TextInput
            label={words.key}
            description={words.keyHint}
            value={key}
            maxLength={50}
            onChange={({ currentTarget }) => set({ key: currentTarget.value })}
            error={refusal.at('key')}
          />
        )}
        <TextInput
          label={words.label}
          value={label}
          maxLength={100}
          onChange={({ currentTarget }) => set({ label: currentTarget.value })}
          error={refusal.at('label')}
        />
        <Switch
          label={words.needsApproval}
          checked={needsApproval}
          onChange={({ currentTarget }) => set({ needsApproval: currentTarget.checked })}
        />
        {role ? (
          <Switch
            label={words.active}
            description={words.inactiveHint}
            checked={active}
            onChange={({ currentTarget }) => set({ active: currentTarget.checked })}
          />
        ) : (
          <Checkbox.Group label={words.givesChannels} value={given} onChange={setGiven} error={refusal.at('channels')}>
            <Stack gap="xs" mt="xs">
              {channels.map(({ channelId, name }) => (
                <Checkbox key={channelId} value={channelId} label={name} />
              ))}
            </Stack>
          </Checkbox.Group>
        )}
        <Unplaced refusal={refusal} />
        <Action type="submit" busy={isPending}>
          {app.save}
        </Action>
      </Form>
    </Dialog>
  );
}
