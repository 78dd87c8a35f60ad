import { Category, Channel, Lane, Reach } from '@guildhall/contracts/notifier/v1/commands';
import { type Envelope, type Sealer, sendTemplate } from '@guildhall/messaging';
import type { Mail } from '../../domain/mail.ts';

type Deps = Readonly<{
  sealer: Pick<Sealer, 'seal'>;
  /** Who gets a copy of each invitation; nobody when absent. */
  copyTo?: string;
  /** Whom volunteers may ask. */
  contactEmail: string;
  coordinatorName: string;
  /** Where administrators look. */
  volunteersUrl: string;
}>;

export type MailMessages = (mail: Mail) => readonly Envelope[];

/** What is asked of the notifier. A copy goes out as a message of its own: nobody sees the other's address. */
export const mailMessages =
  (deps: Deps): MailMessages =>
  (mail) => {
    if (mail.type === 'alert') return [alertMessage(mail, deps)];
    const copies =
      deps.copyTo === undefined ? [] : [invitation({ ...mail, key: `${mail.key}:copy`, to: deps.copyTo }, deps)];
    return [invitation(mail, deps), ...copies];
  };

function invitation(mail: Extract<Mail, { type: 'invitation' }>, deps: Deps): Envelope {
  const { key, to, at, firstName, inviteUrl, roleLabel, channelNames, expiresOn, isReminder } = mail;
  const { contactEmail, coordinatorName } = deps;
  return sendTemplate(
    at,
    {
      idempotencyKey: key,
      lane: Lane.TRANSACTIONAL,
      category: Category.VOLUNTEER,
      channel: Channel.EMAIL,
      to,
      reference: `volunteer:${mail.volunteerId}`,
      sender: 'volunteers',
      template: 'volunteer_invite',
      variables: {
        firstName,
        inviteUrl,
        roleLabel,
        channelNames,
        isReminder,
        email: mail.email,
        ...(expiresOn !== undefined && { expiresOn }),
        ...(contactEmail !== '' && { contactEmail }),
        ...(coordinatorName !== '' && { coordinatorName }),
      },
    },
    deps.sealer,
  );
}

function alertMessage(mail: Extract<Mail, { type: 'alert' }>, { volunteersUrl }: Deps): Envelope {
  const { key, at, headline, lines, steps } = mail;
  return sendTemplate(at, {
    idempotencyKey: `volunteers:${key}`,
    lane: Lane.TRANSACTIONAL,
    category: Category.VOLUNTEER,
    role: 'administrator',
    reach: Reach.EVERY,
    reference: key,
    sender: 'volunteers',
    template: 'volunteer_alert',
    variables: { headline, lines, steps, volunteersUrl },
  });
}
