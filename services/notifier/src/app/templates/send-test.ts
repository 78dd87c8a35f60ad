import { AppError, type Clock, type Handler } from '@guildhall/kernel';
import type { AcceptMessages } from '../accept-messages.ts';
import type { Target } from '../asked.ts';
import type { Recipients } from '../ports.ts';
import { contactsFor } from '../../domain/reach.ts';
import type { Gallery, Shown } from './ports.ts';

export type SendTest = Shown & Readonly<{ personId: string; slackChannel?: string }>;

type Deps = Readonly<{
  gallery: Gallery;
  recipients: Pick<Recipients, 'find'>;
  accept: AcceptMessages;
  clock: Clock;
  newId: () => string;
}>;

const WORTH_MS = 15 * 60_000;

/**
 * Sends a sample to whoever asks for it, and answers its reference. Throws `not-found` as the gallery does, and
 * `invalid` (`notifier.no_contact`) for somebody who has no such contact.
 */
export const sendTestHandler =
  ({ gallery, recipients, accept, clock, newId }: Deps): Handler<SendTest, string> =>
  async (asked) => {
    const { key, channel, locale, personId } = asked;
    const { variables } = gallery.preview(asked);
    const target = await targetOf(asked, recipients);
    const at = clock.now();
    const reference = `test:${newId()}`;
    const wish = {
      idempotencyKey: reference,
      lane: 'transactional',
      // Like a code, somebody is waiting for it: it is not held and not gathered.
      category: 'auth',
      template: key,
      variables,
      reference,
      sender: personId,
      isTest: true,
      expiresAt: new Date(at.getTime() + WORTH_MS),
      ...(locale && { locale }),
    } as const;
    const [error] = await accept([{ wish, target, attachments: [], at, attempt: 1 }]);
    if (error) throw error instanceof Error ? error : new Error(`the test by ${channel} was not accepted`);
    return reference;
  };

async function targetOf(
  { channel, personId, slackChannel }: SendTest,
  recipients: Deps['recipients'],
): Promise<Target> {
  if (channel === 'slack') {
    if (slackChannel) return { channel, to: slackChannel };
    throw noContact('/slackChannel', 'names the channel in Slack');
  }
  const reach = { kind: 'preferred', nth: 0, channel } as const;
  const recipient = await recipients.find(personId);
  const known = recipient ? contactsFor(recipient, reach, [channel]) : [];
  if (channel !== 'inbox' && known.length === 0) throw noContact('/channel', 'is none that you can be reached by');
  return { personId, reach };
}

const noContact = (pointer: string, detail: string): AppError =>
  new AppError('invalid', 'notifier.no_contact', 'There is nowhere to send the test to.', {
    errors: [{ pointer, detail }],
  });
