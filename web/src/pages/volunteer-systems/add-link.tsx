import { Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { volunteers } from '../../api/volunteers.ts';
import { Action } from '../../parts/action.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form, Unplaced } from '../../parts/form.tsx';
import { say } from '../../parts/notice.ts';
import { refusalOf } from '../../parts/refusal.ts';
import { useSystemWords } from './words.ts';

const blank = { url: '', cap: '', reserved: '', expiresAt: '' };
const inputs = ['url', 'cap', 'reserved', 'expiresAt'] as const;

const requestOf = ({ url, cap, reserved, expiresAt }: typeof blank) => ({
  url: url.trim(),
  ...(cap && { cap: Number(cap) }),
  ...(reserved && { reserved: Number(reserved) }),
  // At the end of that day, by the reader's clock.
  ...(expiresAt && { expiresAt: new Date(`${expiresAt}T23:59:59`).toISOString() }),
});

/** Another link, which is sent from then on. */
export function AddLink({ onClose }: Readonly<{ onClose: () => void }>) {
  const words = useSystemWords();
  const client = useQueryClient();
  const [form, setForm] = useState(blank);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => volunteers.createInviteLink(requestOf(form)),
    onSuccess: async () => {
      say(words.linkAdded);
      await client.invalidateQueries({ queryKey: ['volunteers', 'links'] });
      onClose();
    },
  });
  const refusal = refusalOf(error, inputs);
  const looks = {
    url: { type: 'url', label: words.linkUrl },
    cap: { type: 'number', label: words.linkCap, description: words.linkCapHint, min: 1 },
    reserved: { type: 'number', label: words.linkReserved, min: 0 },
    expiresAt: { type: 'date', label: words.linkExpiresOn, description: words.linkExpiresHint },
  } as const;
  return (
    <Dialog kind="drawer" title={words.linkAdd} onClose={onClose}>
      <Form refusal={refusal} onSubmit={() => isPending || mutate()}>
        <Text c="dimmed">{words.linkAddHint}</Text>
        {inputs.map((name) => (
          <TextInput
            key={name}
            {...looks[name]}
            value={form[name]}
            onChange={({ currentTarget: { value } }) => setForm((before) => ({ ...before, [name]: value }))}
            error={refusal.at(name)}
            autoComplete="off"
          />
        ))}
        <Unplaced refusal={refusal} />
        <Action type="submit" busy={isPending}>
          {words.linkAdd}
        </Action>
      </Form>
    </Dialog>
  );
}
