import type { KioskConfig } from '@guildhall/client';

/** What makes this browser a kiosk, and what it needs to know for hours without a connection. */
export type Device = Readonly<{
  token: string;
  config: KioskConfig;
  /** How far the platform's clock is ahead of this device's, in milliseconds. */
  aheadMs: number;
}>;

const key = 'guildhall.kiosk';

export function loadDevice(): Device | undefined {
  const text = localStorage.getItem(key);
  return text ? (JSON.parse(text) as Device) : undefined;
}

export function saveDevice(device: Device | undefined): void {
  if (device) localStorage.setItem(key, JSON.stringify(device));
  else localStorage.removeItem(key);
}

/** Learns the platform's time from its answer. */
export const deviceOf = (token: string, config: KioskConfig): Device => ({
  token,
  config,
  aheadMs: new Date(config.now).getTime() - Date.now(),
});

/** The time at the platform. */
export const timeAt = ({ aheadMs }: Device): Date => new Date(Date.now() + aheadMs);
