import { AppError } from '@guildhall/kernel';

// The refusals about devices: the codes are public and never change their meaning.

export const kioskNotFound = (): AppError =>
  new AppError('not-found', 'register.kiosk_not_found', 'There is no such kiosk.');

export const kioskOff = (): AppError =>
  new AppError(
    'forbidden',
    'register.kiosk_off',
    'This device is not paired any more; an administrator can pair it again.',
  );

export const kioskIsDoor = (): AppError =>
  new AppError('forbidden', 'register.kiosk_is_door', 'A door reader hands in badge events and nothing else.');

export const pairingCodeUnusable = (): AppError =>
  new AppError('gone', 'register.pairing_code_unusable', 'This code is over, used, or it never was one.');

export const kioskCodeUnusable = (): AppError =>
  new AppError('gone', 'register.kiosk_code_unusable', 'This code is over; scan the one that the kiosk shows now.');

export const badgeNotFound = (): AppError =>
  new AppError('not-found', 'register.badge_not_found', 'Nobody has such a badge.');
