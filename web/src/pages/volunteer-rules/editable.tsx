import { Button } from '@mantine/core';
import { type Icon, IconPencil } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Asked } from '../../parts/asked.tsx';
import { say } from '../../parts/notice.ts';
import { Own } from '../../parts/own.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useRuleWords } from './words.ts';

type Props = Readonly<{
  icon: Icon;
  name: string;
  hint: ReactNode;
  tags?: ReactNode;
  onEdit: () => void;
  onDelete: () => Promise<unknown>;
}>;

/** Something that the rules are made of, to be changed, or deleted where nobody uses it. */
export function Editable({ icon, name, hint, tags, onEdit, onDelete }: Props) {
  const words = useRuleWords();
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: onDelete,
    onSuccess: () => say(words.deleted(name)),
    onSettled: () => client.invalidateQueries({ queryKey: ['volunteers'] }),
  });
  return (
    <>
      <Own icon={icon} title={name} hint={hint} tags={tags}>
        <Button variant="default" px="sm" miw={44} aria-label={words.editOf(name)} onClick={onEdit}>
          <IconPencil size={20} aria-hidden />
        </Button>
        <Asked
          question={words.deleteAsk(name)}
          action={words.delete}
          label={words.deleteOf(name)}
          busy={isPending}
          onConfirm={() => mutate()}
        />
      </Own>
      {error && <ProblemAlert error={error} />}
    </>
  );
}
