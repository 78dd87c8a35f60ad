import { Group, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PrivacyNotice } from '@guildhall/client';
import { api } from '../../api/api.ts';
import { noticesKey } from '../../api/privacy.ts';
import { Action } from '../../parts/action.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form, Unplaced } from '../../parts/form.tsx';
import { say } from '../../parts/notice.ts';
import { refusalOf } from '../../parts/refusal.ts';
import { useTimes } from '../../words/times.ts';
import { isLanguage, languages, useWords } from '../../words/words.ts';

type Props = Readonly<{ language: string; versions: readonly PrivacyNotice[]; onClose: () => void }>;

const longest = 5_000;

/** The notice in one language, and what stood there before. */
export function PrivacyDrawer({ language, versions, onClose }: Props) {
  const { app, privacy: words } = useWords();
  const times = useTimes('UTC');
  const client = useQueryClient();
  const [newest, ...earlier] = versions;
  const [text, setText] = useState(newest?.text ?? '');
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => api.register.setPrivacyNotice({ language, text }),
    onSuccess: async () => {
      say(app.saved);
      onClose();
      await Promise.all([noticesKey, ['privacy']].map((queryKey) => client.invalidateQueries({ queryKey })));
    },
  });
  const refusal = refusalOf(error, ['text']);
  return (
    <Dialog kind="drawer" title={words.editIn(isLanguage(language) ? languages[language] : language)} onClose={onClose}>
      <Form refusal={refusal} onSubmit={mutate}>
        <Textarea
          label={words.text}
          description={words.textHint}
          lang={language}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          error={refusal.at('text')}
          maxLength={longest}
          autosize={false}
          rows={12}
        />
        <Unplaced refusal={refusal} />
        <Group justify="flex-end">
          <Action type="submit" busy={isPending}>
            {app.save}
          </Action>
        </Group>
      </Form>
      {earlier.map(({ version, text: before, since }) => (
        <details key={version} className="privacy-before">
          <summary>{words.versionSince(version, since ? times.moment(since) : '')}</summary>
          <p lang={language}>{before || words.none}</p>
        </details>
      ))}
    </Dialog>
  );
}
