import { AppError } from '@guildhall/kernel';

export const stale = (): AppError => new AppError('stale', 'store.stale_version', 'Someone was faster.');

export const testClock = (iso: string) => {
  let now = new Date(iso);
  return {
    now: () => now,
    set: (moment: string) => void (now = new Date(moment)),
    pass: (ms: number) => void (now = new Date(now.getTime() + ms)),
  };
};

export type TestClock = ReturnType<typeof testClock>;
