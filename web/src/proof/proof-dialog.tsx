import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { knowsPasskeys } from '../api/passkeys.ts';
import { Choice } from '../parts/choice.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { useWords } from '../words/words.ts';
import { CodeProof } from './code-proof.tsx';
import { PasskeyProof } from './passkey-proof.tsx';
import { PasswordProof } from './password-proof.tsx';

type Way = 'code' | 'password' | 'passkey';
type Props = Readonly<{ onProven: () => void; onClose: () => void }>;

const proofs = { code: CodeProof, password: PasswordProof, passkey: PasskeyProof } as const;

/** Asks who is there once more, in the way that the person chooses. */
export function ProofDialog({ onProven, onClose }: Props) {
  const { account } = useWords();
  const [way, setWay] = useState<Way>('code');
  const options: readonly { value: Way; label: string }[] = [
    { value: 'code', label: account.proofCode },
    { value: 'password', label: account.proofPassword },
    ...(knowsPasskeys() ? [{ value: 'passkey' as const, label: account.proofPasskey }] : []),
  ];
  const Proof = proofs[way];
  return (
    <Dialog kind="question" title={account.proofTitle} onClose={onClose}>
      <Stack gap="md">
        <Text>{account.proofText}</Text>
        <Choice legend={account.proofHow} value={way} options={options} onChange={setWay} />
        <Proof onProven={onProven} />
      </Stack>
    </Dialog>
  );
}
