/**
 * What proves that it is this browser that began: kept until the link in the mail or the other service brings the
 * person back, perhaps in another tab.
 */
const keyOf = (purpose: Purpose): string => `guildhall.begun.${purpose}`;

export type Purpose = 'confirm' | 'service' | 'link';

export const keepSecret = (purpose: Purpose, secret: string): void => localStorage.setItem(keyOf(purpose), secret);

export const secretFor = (purpose: Purpose): string | undefined => localStorage.getItem(keyOf(purpose)) ?? undefined;

export const dropSecret = (purpose: Purpose): void => localStorage.removeItem(keyOf(purpose));
