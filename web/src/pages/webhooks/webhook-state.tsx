import { IconAlertTriangle, IconCircleCheck, IconCircleOff } from '@tabler/icons-react';
import { Tag } from '../../parts/tag.tsx';
import { useWords } from '../../words/words.ts';
import type { Hook } from './source.ts';

/** Whether calls are made, and whether they arrive. */
export function WebhookState({ webhook }: Readonly<{ webhook: Hook }>) {
  const { admin } = useWords();
  const { webhooks: words } = admin;
  if (!webhook.settings.active) return <Tag icon={IconCircleOff}>{words.off}</Tag>;
  if (webhook.failingSince) {
    return (
      <Tag tone="bad" icon={IconAlertTriangle}>
        {words.failing}
      </Tag>
    );
  }
  return (
    <Tag tone="good" icon={IconCircleCheck}>
      {words.on}
    </Tag>
  );
}
