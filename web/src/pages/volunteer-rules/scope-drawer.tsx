import { Button, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { Manager, Where } from '@guildhall/client';
import { useState } from 'react';
import { volunteers } from '../../api/volunteers.ts';
import { Action } from '../../parts/action.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form, Unplaced } from '../../parts/form.tsx';
import { PeoplePicker } from '../../parts/people-picker.tsx';
import { refusalOf } from '../../parts/refusal.ts';
import { useWords } from '../../words/words.ts';
import { useSaved } from './use-saved.ts';
import { anywhere, WhereInput } from './where-input.tsx';
import { useRuleWords } from './words.ts';

/** To which places somebody is limited. */
export function ScopeDrawer({ manager, onClose }: Readonly<{ manager: Manager | undefined; onClose: () => void }>) {
  const words = useRuleWords();
  const { app } = useWords();
  const [people, setPeople] = useState<readonly string[]>(manager ? [manager.personId] : []);
  const [scopes, setScopes] = useState<readonly Where[]>(manager?.scopes ?? [anywhere]);
  const { mutate, isPending, error } = useSaved(
    () => volunteers.setManager({ personId: people[0] ?? '', scopes }),
    onClose,
  );
  const refusal = refusalOf(error, ['personId', 'scopes']);
  const replace = (at: number, ...by: readonly Where[]): void => setScopes(scopes.toSpliced(at, 1, ...by));
  return (
    <Dialog kind="drawer" title={manager ? words.editOf(manager.name) : words.addManager} onClose={onClose}>
      <Form refusal={refusal} onSubmit={() => isPending || people.length === 0 || mutate()}>
        {!manager && (
          <PeoplePicker
            label={words.person}
            value={people}
            most={1}
            onChange={setPeople}
            error={refusal.at('personId')}
          />
        )}
        {scopes.map((scope, index) => (
          <div key={index}>
            <WhereInput
              legend={words.scopeOf(index + 1)}
              value={scope}
              onChange={(where) => replace(index, where)}
              error={refusal.at(`scopes.${index}`)}
            />
            <Button
              variant="subtle"
              aria-label={`${words.remove}: ${words.scopeOf(index + 1)}`}
              onClick={() => replace(index)}
            >
              {words.remove}
            </Button>
          </div>
        ))}
        <Group>
          <Button
            variant="default"
            leftSection={<IconPlus size={20} aria-hidden />}
            onClick={() => setScopes([...scopes, anywhere])}
          >
            {words.addScope}
          </Button>
        </Group>
        <Unplaced refusal={refusal} />
        <Action type="submit" busy={isPending}>
          {app.save}
        </Action>
      </Form>
    </Dialog>
  );
}
