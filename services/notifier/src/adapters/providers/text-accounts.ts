import { type Failover, failover, off, type Provider, type Sms, sms, type Surroundings } from '@guildhall/providers';
import type { Settings } from '../../config.ts';
import { outside, SANDBOX } from './sandboxed.ts';

/** The accounts that text messages may go by: Twilio, and a second account there where one is set or asked for. */
export function textAccounts(settings: Settings, around: Surroundings): Failover<Sms> {
  const open = {
    twilio: () => first(settings, around),
    'twilio-2': () => second(settings, around),
  } as const;
  const names = settings.SMS_PROVIDERS ?? (settings.TWILIO_2_ACCOUNT_SID ? ['twilio', 'twilio-2'] : ['twilio']);
  const [primary, ...others] = names;
  return failover([open[primary](), ...others.map((name) => open[name]())]);
}

function first(settings: Settings, around: Surroundings): Provider<Sms> {
  const { TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_FROM: from, TWILIO_BASE_URL } = settings;
  const pace = { ...around, ...paceOf(settings), name: 'twilio' };
  if (TWILIO_ACCOUNT_SID && TWILIO_AUTH_TOKEN && TWILIO_ACCOUNT_SID !== SANDBOX.sid) {
    const account = { accountSid: TWILIO_ACCOUNT_SID, authToken: TWILIO_AUTH_TOKEN, from };
    const emergency = { ...pace.emergency, from: settings.TWILIO_EMERGENCY_FROM };
    return sms({ ...account, ...pace, emergency, state: 'real', baseUrl: outside(TWILIO_BASE_URL) });
  }
  return standIn(settings, pace, SANDBOX.number);
}

function second(settings: Settings, around: Surroundings): Provider<Sms> {
  const { TWILIO_2_ACCOUNT_SID, TWILIO_2_AUTH_TOKEN, TWILIO_2_FROM: from, TWILIO_2_BASE_URL } = settings;
  const pace = { ...around, ...paceOf(settings), name: 'twilio-2' };
  if (TWILIO_2_ACCOUNT_SID && TWILIO_2_AUTH_TOKEN && from && TWILIO_2_ACCOUNT_SID !== SANDBOX.sid) {
    const account = { accountSid: TWILIO_2_ACCOUNT_SID, authToken: TWILIO_2_AUTH_TOKEN, from };
    return sms({ ...account, ...pace, state: 'real', baseUrl: outside(TWILIO_2_BASE_URL) });
  }
  return standIn(
    { ...settings, TWILIO_BASE_URL: TWILIO_2_BASE_URL ?? settings.TWILIO_BASE_URL },
    pace,
    SANDBOX.number2,
  );
}

type Pace = ReturnType<typeof paceOf> & Surroundings & Readonly<{ name: string }>;

function standIn({ SANDBOX: isOn, TWILIO_BASE_URL }: Settings, pace: Pace, from: string): Provider<Sms> {
  if (!isOn) return off(pace.name);
  const baseUrl = TWILIO_BASE_URL ?? `${SANDBOX.origin}/twilio`;
  return sms({ ...pace, accountSid: SANDBOX.sid, authToken: SANDBOX.secret, from, state: 'sandbox', baseUrl });
}

const paceOf = (settings: Settings) => ({
  perSecond: settings.SMS_PER_SECOND,
  emergency: { perSecond: settings.SMS_EMERGENCY_PER_SECOND },
  statusCallback: (id: string) => `${settings.PUBLIC_URL}/api/webhooks/twilio/status?message=${id}`,
  prices: settings.SMS_PRICES,
});
