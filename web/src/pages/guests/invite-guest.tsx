import { Group, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SiteSummary } from '@guildhall/client';
import { api } from '../../api/api.ts';
import { Action } from '../../parts/action.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form, Unplaced } from '../../parts/form.tsx';
import { refusalOf } from '../../parts/refusal.ts';
import { useGuestAct } from './use-guests.ts';
import { useGuestsWords } from './words.ts';

type Props = Readonly<{ sites: readonly SiteSummary[]; site: SiteSummary; onClose: () => void }>;

const inputNames = [
  'siteId',
  'name',
  'company',
  'email',
  'phone',
  'expectedOn',
  'expectedFrom',
  'expectedUntil',
  'purpose',
] as const;

type Draft = Readonly<Record<(typeof inputNames)[number], string>>;

const draftFor = ({ id: siteId, today: expectedOn }: SiteSummary): Draft => ({
  siteId,
  name: '',
  company: '',
  email: '',
  phone: '',
  expectedOn,
  expectedFrom: '',
  expectedUntil: '',
  purpose: '',
});

/** Announces somebody; who has an address gets the invitation. */
export function InviteGuest({ sites, site, onClose }: Props) {
  const words = useGuestsWords();
  const [draft, setDraft] = useState(() => draftFor(site));
  const { mutate, isPending, error } = useGuestAct(
    () => api.register.inviteGuest({ guest: draft }),
    ({ name, email }) => {
      onClose();
      return words.invited(name, email);
    },
  );
  const refusal = refusalOf(error, inputNames);
  const there = sites.find(({ id }) => id === draft.siteId) ?? site;
  const set = (change: Partial<Draft>): void => setDraft((before) => ({ ...before, ...change }));
  const input = (name: keyof Draft, label: string, more: object = {}) => (
    <TextInput
      label={label}
      value={draft[name]}
      onChange={({ currentTarget }) => set({ [name]: currentTarget.value })}
      error={refusal.at(name)}
      autoComplete="off"
      {...more}
    />
  );
  return (
    <Dialog kind="drawer" title={words.invite} onClose={onClose}>
      <Form refusal={refusal} onSubmit={() => mutate(undefined)}>
        {input('name', words.name, { maxLength: 100, 'data-autofocus': true })}
        {input('email', words.email, { type: 'email', description: words.emailHint, maxLength: 254 })}
        {sites.length > 1 && (
          <NativeSelect
            label={words.site}
            data={sites.map(({ id: value, name: label }) => ({ value, label }))}
            value={draft.siteId}
            error={refusal.at('siteId')}
            onChange={({ currentTarget }) => set({ siteId: currentTarget.value })}
          />
        )}
        {input('expectedOn', words.date, { type: 'date', min: there.today })}
        <Group grow align="start">
          {input('expectedFrom', words.fromLabel, { type: 'time' })}
          {input('expectedUntil', words.untilLabel, { type: 'time' })}
        </Group>
        {input('company', words.company, { maxLength: 100 })}
        {input('phone', words.phone, { type: 'tel', description: words.phoneHint, maxLength: 32 })}
        {input('purpose', words.purpose, { maxLength: 200 })}
        <Unplaced refusal={refusal} />
        <Action type="submit" busy={isPending} disabled={!draft.name.trim()}>
          {words.send}
        </Action>
      </Form>
    </Dialog>
  );
}
