import { Checkbox, NativeSelect, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { privacyQuery } from '../../api/privacy.ts';
import { volunteers } from '../../api/volunteers.ts';
import { Action } from '../../parts/action.tsx';
import { Form, Unplaced } from '../../parts/form.tsx';
import { refusalOf } from '../../parts/refusal.ts';
import { useSpeaking } from '../../words/words.ts';
import { LinkFrame, LinkTrouble } from '../links/link-frame.tsx';
import { placeText } from '../volunteers/place.ts';
import { useApplyWords } from './words.ts';

const blank = { firstName: '', lastName: '', email: '', phone: '', wish: '', place: '', consent: false };
const texts = ['firstName', 'lastName', 'email', 'phone'] as const;
const inputs = [...texts, 'area', 'district', 'branch', 'wish', 'consent'];
const kinds = { firstName: 'given-name', lastName: 'family-name', email: 'email', phone: 'tel' } as const;

/** Asks to become a volunteer, without an account. */
export function ApplyPage() {
  const words = useApplyWords();
  const { language } = useSpeaking();
  const [form, setForm] = useState(blank);
  const set = (change: Partial<typeof blank>): void => setForm((before) => ({ ...before, ...change }));
  const notice = useQuery(privacyQuery(language)).data;
  const places = useQuery({
    queryKey: ['application-places'],
    queryFn: async () => (await volunteers.listApplicationPlaces()).places,
  });
  const chosen = places.data?.find((place) => placeText(place) === form.place);
  const { mutate, isPending, isSuccess, error } = useMutation({
    mutationFn: () => {
      const { place: _place, ...given } = form;
      const privacyNoticeVersion = notice?.version ?? 0;
      return volunteers.apply({ ...given, ...chosen, privacyNoticeVersion, language });
    },
  });
  const refusal = refusalOf(error, inputs);
  if (isSuccess) return <Sent />;
  if (!places.data) {
    return (
      <LinkFrame title={words.title}>
        <LinkTrouble error={places.error} onRetry={() => void places.refetch()} />
      </LinkFrame>
    );
  }
  return (
    <LinkFrame title={words.title}>
      <Text mb="md">{words.intro}</Text>
      <Form refusal={refusal} onSubmit={() => isPending || mutate()}>
        {texts.map((name) => (
          <TextInput
            key={name}
            type={name === 'email' ? 'email' : name === 'phone' ? 'tel' : 'text'}
            autoComplete={kinds[name]}
            label={words[name]}
            value={form[name]}
            maxLength={254}
            onChange={({ currentTarget }) => set({ [name]: currentTarget.value })}
            error={refusal.at(name)}
          />
        ))}
        <NativeSelect
          label={words.place}
          value={form.place}
          data={[{ value: '', label: words.choose }, ...places.data.map(placeText)]}
          onChange={({ currentTarget }) => set({ place: currentTarget.value })}
          error={refusal.at('area') ?? refusal.at('district') ?? refusal.at('branch')}
        />
        <Textarea
          label={words.wish}
          value={form.wish}
          maxLength={1_000}
          rows={4}
          onChange={({ currentTarget }) => set({ wish: currentTarget.value })}
          error={refusal.at('wish')}
        />
        <Checkbox
          label={words.consent}
          checked={form.consent}
          onChange={({ currentTarget }) => set({ consent: currentTarget.checked })}
          error={refusal.at('consent')}
        />
        <Link to="/privacy">{words.privacy}</Link>
        <Unplaced refusal={refusal} />
        <Action type="submit" busy={isPending}>
          {words.send}
        </Action>
      </Form>
    </LinkFrame>
  );
}

function Sent() {
  const words = useApplyWords();
  return (
    <LinkFrame title={words.title} heading={words.sent} tone="in">
      <Text role="status">{words.sentHint}</Text>
    </LinkFrame>
  );
}
