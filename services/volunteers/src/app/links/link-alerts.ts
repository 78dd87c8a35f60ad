import { type LinkFact, reservedOf } from '../../domain/invite-link.ts';
import type { Mail } from '../../domain/mail.ts';

const steps = [
  'Make a new invitation link in Slack: Invite people, then "Edit link settings" and the longest validity.',
  'Add it in Guildhall under Volunteers, Invitation links: it becomes the one that is sent.',
  'Those who wait are invited at once, the oldest first.',
];

/** What administrators are told of a link, once each. */
export function linkAlerts(fact: LinkFact): readonly Mail[] {
  const { link, at } = fact;
  const about = `The link that ends with ${link.endsWith}`;
  const alert = (name: string, headline: string, lines: readonly string[]): readonly Mail[] => [
    { type: 'alert', key: `link:${link.id}:${name}`, at, headline, lines, steps },
  ];
  switch (fact.type) {
    case 'link-full':
      return alert('full', 'The invitation link is full', [
        `${about} has no place left: ${reservedOf(link)} of ${link.cap} are taken. New volunteers wait.`,
      ]);
    case 'link-expired':
      return alert('expired', 'The invitation link has expired', [`${about} has expired. New volunteers wait.`]);
    case 'link-warning':
      return fact.what === 'places'
        ? alert(`places:${fact.value}`, 'The invitation link is filling up', [
            `${about}: ${reservedOf(link)} of ${link.cap} places are taken.`,
          ])
        : alert(`days:${fact.value}`, 'The invitation link expires soon', [
            `${about} expires in ${fact.value} days or less.`,
          ]);
    case 'link-activated':
      return [];
  }
}
