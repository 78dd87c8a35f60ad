import { Button, Checkbox, Fieldset, Stack, Textarea, TextInput } from '@mantine/core';
import type { ReceptionDocumentInput } from '@guildhall/client';
import type { Refusal } from '../../parts/refusal.ts';
import { useVisitorsWords } from './words.ts';

type Props = Readonly<{
  index: number;
  value: ReceptionDocumentInput;
  refusal: Refusal;
  onChange: (value: ReceptionDocumentInput) => void;
  onRemove: () => void;
}>;

/** What visitors read and accept when they come. */
export function DocumentInputs({ index, value, refusal, onChange, onRemove }: Props) {
  const words = useVisitorsWords();
  const set = (change: Partial<ReceptionDocumentInput>): void => onChange({ ...value, ...change });
  const at = (name: string): string | undefined => refusal.at(`documents.${index}.${name}`);
  return (
    <Fieldset legend={words.document(index + 1)}>
      <Stack gap="sm">
        <TextInput
          label={words.documentTitle}
          value={value.title}
          onChange={({ currentTarget }) => set({ title: currentTarget.value })}
          error={at('title')}
          maxLength={100}
        />
        <TextInput
          label={words.documentId}
          description={words.documentIdHint}
          value={value.id}
          onChange={({ currentTarget }) => set({ id: currentTarget.value })}
          error={at('id')}
          maxLength={40}
        />
        <Textarea
          label={words.documentText}
          value={value.text}
          onChange={({ currentTarget }) => set({ text: currentTarget.value })}
          error={at('text')}
          maxLength={20_000}
          rows={6}
        />
        <Checkbox
          label={words.documentContractors}
          checked={value.contractorsOnly ?? false}
          onChange={({ currentTarget }) => set({ contractorsOnly: currentTarget.checked })}
        />
        <Checkbox
          label={words.documentSigned}
          checked={value.needsSignature ?? false}
          onChange={({ currentTarget }) => set({ needsSignature: currentTarget.checked })}
        />
        <Button variant="default" onClick={onRemove}>
          {words.documentRemove(value.title || words.document(index + 1))}
        </Button>
      </Stack>
    </Fieldset>
  );
}
