import { NativeSelect, Switch, TextInput } from '@mantine/core';
import type { Channel } from '@guildhall/client';
import { useState } from 'react';
import { volunteers } from '../../api/volunteers.ts';
import { Action } from '../../parts/action.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form, Unplaced } from '../../parts/form.tsx';
import { refusalOf } from '../../parts/refusal.ts';
import { useWords } from '../../words/words.ts';
import { useVolunteerWords } from '../volunteers/words.ts';
import { useSaved } from './use-saved.ts';
import { useRuleWords } from './words.ts';

const systems = ['slack', 'google-group', 'drive-folder', 'checklist'] as const;
const blank = { system: 'slack', name: '', externalId: '', isPrivate: false, autoCreate: false };

/** One more channel to manage, or another name of one. */
export function ChannelDrawer({ channel, onClose }: Readonly<{ channel: Channel | undefined; onClose: () => void }>) {
  const words = useRuleWords();
  const { app } = useWords();
  const { systems: names } = useVolunteerWords();
  const [form, setForm] = useState<typeof blank>(channel ?? blank);
  const set = (change: Partial<typeof blank>): void => setForm((before) => ({ ...before, ...change }));
  const { system, name, externalId, isPrivate, autoCreate } = form;
  const values = { name: name.trim(), externalId: externalId.trim(), isPrivate, autoCreate };
  const { mutate, isPending, error } = useSaved(
    () =>
      channel
        ? volunteers.updateChannel({ channelId: channel.channelId, ...values })
        : volunteers.createChannel({ system, ...values }),
    onClose,
  );
  const refusal = refusalOf(error, ['system', 'name', 'externalId']);
  return (
    <Dialog kind="drawer" title={channel ? words.editOf(channel.name) : words.addChannel} onClose={onClose}>
      <Form refusal={refusal} onSubmit={() => isPending || mutate()}>
        {!channel && (
          <NativeSelect
            label={words.system}
            value={system}
            data={systems.map((value) => ({ value, label: names[value] }))}
            onChange={({ currentTarget }) => set({ system: currentTarget.value })}
            error={refusal.at('system')}
          />
        )}
        <TextInput
          label={words.name}
          description={words.nameHint}
          value={name}
          maxLength={80}
          onChange={({ currentTarget }) => set({ name: currentTarget.value })}
          error={refusal.at('name')}
        />
        {system !== 'checklist' && (
          <TextInput
            label={words.externalId}
            description={words.externalIdHint}
            value={externalId}
            maxLength={200}
            onChange={({ currentTarget }) => set({ externalId: currentTarget.value })}
            error={refusal.at('externalId')}
          />
        )}
        {system === 'slack' && (
          <>
            <Switch
              label={words.isPrivate}
              checked={isPrivate}
              onChange={({ currentTarget }) => set({ isPrivate: currentTarget.checked })}
            />
            <Switch
              label={words.autoCreate}
              checked={autoCreate}
              onChange={({ currentTarget }) => set({ autoCreate: currentTarget.checked })}
            />
          </>
        )}
        <Unplaced refusal={refusal} />
        <Action type="submit" busy={isPending}>
          {app.save}
        </Action>
      </Form>
    </Dialog>
  );
}
