import { useMutation } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { isProblem } from '../api/problem.ts';

const ProofDialog = lazy(async () => ({ default: (await import('./proof-dialog.tsx')).ProofDialog }));

const isProofWanted = (error: unknown): boolean => isProblem(error, 'identity.reauthentication_required');

type Options<In, Out> = Readonly<{
  mutationFn: (input: In) => Promise<Out>;
  onSuccess?: (out: Out) => unknown;
  onSettled?: () => unknown;
}>;

type Proven<In, Out> = Readonly<{
  mutate: (input: In) => void;
  isPending: boolean;
  error: Error | null;
  data: Out | undefined;
  /** To be placed on the page: the question for a proof, while there is one. */
  dialog: ReactNode;
}>;

/** Something that may ask for a fresh proof of who is there. After the proof it is done without another press. */
export function useProven<In, Out>({ mutationFn, onSuccess, onSettled }: Options<In, Out>): Proven<In, Out> {
  const [waiting, wait] = useState<{ input: In }>();
  const { mutate, isPending, error, data } = useMutation<Out, Error, In>({
    mutationFn,
    onSuccess: (out) => onSuccess?.(out),
    onSettled: () => onSettled?.(),
    onError: (refused, input) => {
      if (isProofWanted(refused)) wait({ input });
    },
  });
  const dialog = waiting && (
    <Suspense>
      <ProofDialog
        onClose={() => wait(undefined)}
        onProven={() => {
          wait(undefined);
          mutate(waiting.input);
        }}
      />
    </Suspense>
  );
  return { mutate, isPending, error: isProofWanted(error) ? null : error, data, dialog };
}
