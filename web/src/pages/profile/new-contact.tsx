import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/api.ts';
import { useChangedPerson } from '../../api/session.ts';
import { Action } from '../../parts/action.tsx';
import { Choice } from '../../parts/choice.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form, Unplaced } from '../../parts/form.tsx';
import { say } from '../../parts/notice.ts';
import { refusalOf } from '../../parts/refusal.ts';
import { useWords } from '../../words/words.ts';
import { ContactCode } from './contact-code.tsx';

type Asked = Readonly<{ value: string; challengeId: string }>;

/** An address or number that becomes one's own by the code sent to it. */
export function NewContactDialog({ onClose }: Readonly<{ onClose: () => void }>) {
  const { account } = useWords();
  const [asked, setAsked] = useState<Asked>();
  const showChanged = useChangedPerson();
  return (
    <Dialog kind="question" title={account.addContact} onClose={onClose}>
      {asked ? (
        <ContactCode
          {...asked}
          onVerified={(person) => {
            showChanged(person);
            say(account.contactAdded(asked.value));
            onClose();
          }}
        />
      ) : (
        <Where onAsked={setAsked} />
      )}
    </Dialog>
  );
}

const typing = { email: 'email', sms: 'tel' } as const;

function Where({ onAsked }: Readonly<{ onAsked: (asked: Asked) => void }>) {
  const { signIn } = useWords();
  const [method, setMethod] = useState<keyof typeof typing>('email');
  const [text, setText] = useState('');
  const value = text.trim();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => api.identity.addContact({ method, value }),
    onSuccess: ({ challengeId }) => onAsked({ value, challengeId }),
  });
  const refusal = refusalOf(error, ['value']);
  return (
    <Form refusal={refusal} onSubmit={mutate}>
      <Choice
        legend={signIn.method}
        value={method}
        options={[
          { value: 'email', label: signIn.email },
          { value: 'sms', label: signIn.sms },
        ]}
        onChange={setMethod}
      />
      <TextInput
        type={typing[method]}
        autoComplete={typing[method]}
        label={method === 'email' ? signIn.emailLabel : signIn.smsLabel}
        description={method === 'sms' ? signIn.smsHint : undefined}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        error={refusal.at('value')}
        maxLength={254}
        data-autofocus
      />
      <Unplaced refusal={refusal} />
      <Action type="submit" busy={isPending}>
        {signIn.send}
      </Action>
    </Form>
  );
}
