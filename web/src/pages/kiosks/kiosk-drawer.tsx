import { NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/api.ts';
import type { Kiosk, PairingCode, SiteSummary } from '@guildhall/client';
import { Action } from '../../parts/action.tsx';
import { Choice } from '../../parts/choice.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form, Unplaced } from '../../parts/form.tsx';
import { say } from '../../parts/notice.ts';
import { refusalOf } from '../../parts/refusal.ts';
import { useWords } from '../../words/words.ts';

type Props = Readonly<{
  kiosk: Kiosk | undefined;
  sites: readonly SiteSummary[];
  onCode: (pairing: PairingCode) => void;
  onClose: () => void;
}>;

const kinds = ['kiosk', 'door'] as const;
const inputs = ['siteId', 'name', 'entrance', 'kind'];

/** A new kiosk, which then waits for its code; or another name and entrance of one. */
export function KioskDrawer({ kiosk, sites, onCode, onClose }: Props) {
  const { admin, app } = useWords();
  const { kiosks: words } = admin;
  const client = useQueryClient();
  const [form, setForm] = useState({
    siteId: kiosk?.siteId ?? sites[0]?.id ?? '',
    name: kiosk?.name ?? '',
    entrance: kiosk?.entrance ?? '',
    kind: kiosk?.kind ?? 'kiosk',
  });
  const set = (change: Partial<typeof form>): void => setForm((before) => ({ ...before, ...change }));
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      const { name, entrance } = form;
      if (!kiosk) return onCode(await api.register.createKiosk({ kiosk: form }));
      await api.register.updateKiosk({ kioskId: kiosk.id, kiosk: { name, entrance } });
      say(app.saved);
    },
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries({ queryKey: ['kiosks'] }),
  });
  const refusal = refusalOf(error, inputs);
  const entrances = sites.find(({ id }) => id === form.siteId)?.entrances ?? [];
  return (
    <Dialog kind="drawer" title={kiosk ? words.edit(kiosk.name) : words.add} onClose={onClose}>
      <Form refusal={refusal} onSubmit={mutate}>
        <TextInput
          data-autofocus
          label={words.name}
          description={words.nameHint}
          value={form.name}
          onChange={({ currentTarget }) => set({ name: currentTarget.value })}
          error={refusal.at('name')}
          maxLength={100}
        />
        {!kiosk && (
          <>
            <NativeSelect
              label={words.site}
              data={sites.map(({ id, name }) => ({ value: id, label: name }))}
              value={form.siteId}
              onChange={({ currentTarget }) => set({ siteId: currentTarget.value, entrance: '' })}
              error={refusal.at('siteId')}
            />
            <Choice
              legend={words.kind}
              value={form.kind}
              options={kinds.map((value) => ({ value, label: words.kinds[value] }))}
              onChange={(kind) => set({ kind })}
            />
          </>
        )}
        <NativeSelect
          label={words.entrance}
          data={[{ value: '', label: words.noEntrance }, ...entrances]}
          value={form.entrance}
          onChange={({ currentTarget }) => set({ entrance: currentTarget.value })}
          error={refusal.at('entrance')}
        />
        <Unplaced refusal={refusal} />
        <Action type="submit" busy={isPending}>
          {kiosk ? app.save : words.add}
        </Action>
      </Form>
    </Dialog>
  );
}
