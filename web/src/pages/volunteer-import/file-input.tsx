import './import.css';
import { Input } from '@mantine/core';
import { useId } from 'react';
import { useImportWords } from './words.ts';

type Props = Readonly<{ error: string | undefined; onChange: (file: File | undefined) => void }>;

/** The browser's own way to choose a file. */
export function FileInput({ error, onChange }: Props) {
  const words = useImportWords();
  const id = useId();
  return (
    <Input.Wrapper id={id} size="md" label={words.file} description={words.fileHint} error={error}>
      <input
        id={id}
        className="file-input"
        type="file"
        accept=".csv,.tsv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : `${id}-description`}
        onChange={({ currentTarget }) => onChange(currentTarget.files?.[0])}
      />
    </Input.Wrapper>
  );
}
