import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { Category, Channel, Lane } from '@guildhall/contracts/notifier/v1/commands';
import { type Envelope, sendCommand } from '@guildhall/messaging';

/** One message that is to be sent, known at the sinks by its recipient. */
export type Errand = Readonly<{ channel: 'email' | 'sms' | 'push'; to: string }>;

const channels = ['email', 'sms', 'push'] as const;
const numbers = { email: Channel.EMAIL, sms: Channel.SMS, push: Channel.PUSH } as const;

/** So many errands, a third for each channel; the recipients of two series differ. */
export const errands = (series: number, count: number): readonly Errand[] =>
  Array.from({ length: count }, (_, index) => {
    const channel = channels[index % channels.length]!;
    return { channel, to: recipients[channel](series, index) };
  });

const recipients: Readonly<Record<Errand['channel'], (series: number, index: number) => string>> = {
  email: (series, index) => `member-${series}-${index}@example.org`,
  sms: (series, index) => `+44${7_000_000_000 + series * 1_000_000 + index}`,
  push: (series, index) => `device-${series}-${index}`,
};

export type Asking = Readonly<{ lane: Lane; notBefore?: Date }>;

/** The command of an errand, as a service would give it. */
export function commandOf({ channel, to }: Errand, { lane, notBefore }: Asking): Envelope {
  const words =
    channel === 'push'
      ? { template: 'evacuation-call', variables: { siteName: 'Quay', message: '', drill: 'yes', answerUrl: link } }
      : { template: 'login', variables: { code: '123456', expiresMinutes: '5' } };
  return sendCommand(new Date(), {
    idempotencyKey: `bench ${to}`,
    lane,
    category: Category.REMINDER,
    channel: numbers[channel],
    to,
    reference: 'bench',
    ...words,
    ...(notBefore && { notBefore: timestampFromDate(notBefore) }),
  });
}

const link = 'https://guildhall.example/a';
