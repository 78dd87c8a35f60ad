import { Checkbox, Text } from '@mantine/core';
import type { AcceptanceInput, ReceptionDocument } from '@guildhall/client';
import { Signature } from '../../parts/signature.tsx';
import { useVisitorsWords } from './words.ts';

type Props = Readonly<{
  documents: readonly ReceptionDocument[];
  value: readonly AcceptanceInput[];
  onChange: (value: readonly AcceptanceInput[]) => void;
}>;

export const isComplete = (documents: readonly ReceptionDocument[], value: readonly AcceptanceInput[]): boolean =>
  documents.every(({ id, needsSignature }) =>
    value.some(({ documentId, signature }) => documentId === id && (!needsSignature || signature)),
  );

/** What the visitor reads and accepts: to be turned towards them. */
export function Acceptances({ documents, value, onChange }: Props) {
  const words = useVisitorsWords();
  const without = (id: string): readonly AcceptanceInput[] => value.filter(({ documentId }) => documentId !== id);
  return (
    <div className="acceptances">
      <Text fw={600}>{words.documents}</Text>
      {documents.map(({ id, title, text, version, needsSignature }) => {
        const given = value.find(({ documentId }) => documentId === id);
        const set = (more: object): void => onChange([...without(id), { documentId: id, version, ...more }]);
        return (
          <section key={id} className="acceptance" aria-label={title}>
            <details>
              <summary>{title}</summary>
              <p className="acceptance-text">{text}</p>
            </details>
            {needsSignature ? (
              <Signature onChange={(signature) => (signature ? set({ signature }) : onChange(without(id)))} />
            ) : (
              <Checkbox
                label={words.accepted(title)}
                checked={given !== undefined}
                onChange={({ currentTarget }) => (currentTarget.checked ? set({}) : onChange(without(id)))}
              />
            )}
          </section>
        );
      })}
    </div>
  );
}
