import { Switch, TextInput } from '@mantine/core';
import type { Location } from '@guildhall/client';
import { useState } from 'react';
import { volunteers } from '../../api/volunteers.ts';
import { Action } from '../../parts/action.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form, Unplaced } from '../../parts/form.tsx';
import { refusalOf } from '../../parts/refusal.ts';
import { useWords } from '../../words/words.ts';
import { placeText } from '../volunteers/place.ts';
import { useSaved } from './use-saved.ts';
import { useRuleWords } from './words.ts';

const blank = { area: '', district: '', branch: '', active: true };
const parts = ['area', 'district', 'branch'] as const;

/** A new place, or another name of one. */
export function PlaceDrawer({ place, onClose }: Readonly<{ place: Location | undefined; onClose: () => void }>) {
  const words = useRuleWords();
  const { app } = useWords();
  const [form, setForm] = useState<typeof blank>(place ?? blank);
  const set = (change: Partial<typeof blank>): void => setForm((before) => ({ ...before, ...change }));
  const { area, district, branch, active } = form;
  const names = { area: area.trim(), district: district.trim(), branch: branch.trim() };
  const { mutate, isPending, error } = useSaved(
    () =>
      place
        ? volunteers.updateLocation({ locationId: place.locationId, ...names, active })
        : volunteers.createLocation(names),
    onClose,
  );
  const refusal = refusalOf(error, parts);
  return (
    <Dialog kind="drawer" title={place ? words.editOf(placeText(place)) : words.addPlace} onClose={onClose}>
      <Form refusal={refusal} onSubmit={() => isPending || mutate()}>
        {parts.map((part) => (
          <TextInput
            key={part}
            label={words[part]}
            value={form[part]}
            maxLength={100}
            onChange={({ currentTarget }) => set({ [part]: currentTarget.value })}
            error={refusal.at(part)}
          />
        ))}
        {place && (
          <Switch
            label={words.active}
            description={words.inactiveHint}
            checked={active}
            onChange={({ currentTarget }) => set({ active: currentTarget.checked })}
          />
        )}
        <Unplaced refusal={refusal} />
        <Action type="submit" busy={isPending}>
          {app.save}
        </Action>
      </Form>
    </Dialog>
  );
}
