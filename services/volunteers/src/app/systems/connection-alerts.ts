import type { ConnectionFact } from '../../domain/connection.ts';
import type { Mail } from '../../domain/mail.ts';

const names = {
  slack: 'Slack',
  'google-group': 'Google groups',
  'drive-folder': 'Google Drive',
  checklist: 'Checklists',
} as const;

/** What administrators are told when a system cannot be called, once. */
export function connectionAlerts(fact: ConnectionFact): readonly Mail[] {
  if (fact.type === 'connection-resumed') return [];
  const { connection, reason, at } = fact;
  const name = names[connection.id];
  return [
    {
      type: 'alert',
      // A connection that comes and goes is told of once an hour.
      key: `connection:${connection.id}:${reason}:${at.toISOString().slice(0, 13)}`,
      at,
      headline: `${name} refuses our access`,
      lines: [`${name} answered "${reason}". Nothing is changed there, and nobody is invited, until it works again.`],
      steps: [
        'Look in the administration of that system whether our application is still allowed.',
        'Set a new token in Guildhall under Volunteers, Connections, and press "Test connection".',
        'Whatever waits is done then, without anything else to do.',
      ],
    },
  ];
}
