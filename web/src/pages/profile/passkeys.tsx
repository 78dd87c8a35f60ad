import { Alert, Group, Text } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/api.ts';
import { knowsPasskeys, makePasskey } from '../../api/passkeys.ts';
import { isProblem } from '../../api/problem.ts';
import { Action } from '../../parts/action.tsx';
import { Loading } from '../../parts/loading.tsx';
import { say } from '../../parts/notice.ts';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Section } from '../../parts/section.tsx';
import { useWords } from '../../words/words.ts';
import { OnePasskey } from './one-passkey.tsx';

const passkeysKey = ['passkeys'];

/** The keys that sign in without a code: added, named and removed here. */
export function Passkeys() {
  const { account } = useWords();
  const { data, error, refetch } = useQuery({
    queryKey: passkeysKey,
    queryFn: async () => (await api.identity.listPasskeys()).passkeys,
  });
  return (
    <Section title={account.passkeys} hint={account.passkeysHint}>
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading height={48} />}
      {data?.length === 0 && <Text>{account.passkeysNone}</Text>}
      {data && data.length > 0 && (
        <ul className="plain-list">
          {data.map((passkey) => (
            <li key={passkey.id}>
              <OnePasskey passkey={passkey} />
            </li>
          ))}
        </ul>
      )}
      {knowsPasskeys() ? <AddPasskey /> : <Text c="dimmed">{account.passkeyUnknown}</Text>}
    </Section>
  );
}

function AddPasskey() {
  const { account } = useWords();
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      const ceremony = await api.identity.startPasskeyRegistration();
      const credential = await makePasskey(ceremony);
      return api.identity.createPasskey({ ceremonyId: ceremony.ceremonyId, credential });
    },
    onSuccess: () => say(account.passkeyAdded),
    onSettled: () => client.invalidateQueries({ queryKey: passkeysKey }),
  });
  return (
    <>
      {isProblem(error) && <ProblemAlert error={error} />}
      {error && !isProblem(error) && (
        <Alert role="alert" color="orange">
          {account.passkeyFailed}
        </Alert>
      )}
      <Group>
        <Action
          variant="default"
          leftSection={<IconFingerprint size={20} aria-hidden />}
          busy={isPending}
          onClick={() => mutate()}
        >
          {account.passkeyAdd}
        </Action>
      </Group>
    </>
  );
}
