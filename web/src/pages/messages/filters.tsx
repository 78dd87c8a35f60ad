import { NativeSelect } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Choice } from '../../parts/choice.tsx';
import { useWords } from '../../words/words.ts';
import { messageSearch } from '../notifier-message/search.ts';

const states = ['requested', 'held', 'sending', 'sent', 'delivered', 'read', 'failed', 'expired', 'cancelled'] as const;
const channels = ['email', 'sms', 'push', 'slack', 'inbox'] as const;

/** The filters live in the address, so that they can be linked and gone back to. */
export function Filters() {
  const { messages: words } = useWords();
  const given = useSearch({ from: '/signed-in/messages' });
  const { channel = '', state = '' } = given;
  const navigate = useNavigate();
  const choose = (change: { channel?: string; state?: string }): void => {
    void navigate({ to: '/messages', search: messageSearch({ ...given, ...change }), replace: true });
  };
  return (
    <div className="filters">
      <Choice
        legend={words.channel}
        value={channel}
        onChange={(chosen) => choose({ channel: chosen })}
        options={[{ value: '', label: words.all }, ...channels.map((value) => ({ value, label: words[value] }))]}
      />
      <NativeSelect
        label={words.state}
        value={state}
        onChange={({ currentTarget }) => choose({ state: currentTarget.value })}
        data={[{ value: '', label: words.all }, ...states.map((value) => ({ value, label: words.states[value] }))]}
      />
    </div>
  );
}
