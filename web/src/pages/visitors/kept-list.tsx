import { CloseButton, Text } from '@mantine/core';
import type { ReactNode } from 'react';

type Item = Readonly<{ id: string; title: string; hint: ReactNode; removeLabel: string }>;

type Props = Readonly<{ items: readonly Item[]; onRemove: (id: string) => void }>;

/** A short list that one adds to and takes from. */
export const KeptList = ({ items, onRemove }: Props) => (
  <ul className="plain-list">
    {items.map(({ id, title, hint, removeLabel }) => (
      <li key={id} className="kept-item">
        <div>
          <Text fw={600}>{title}</Text>
          <Text size="sm" c="dimmed" component="div">
            {hint}
          </Text>
        </div>
        <CloseButton aria-label={removeLabel} onClick={() => onRemove(id)} />
      </li>
    ))}
  </ul>
);
