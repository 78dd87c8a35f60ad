import { flag, integer, list, optional, sealed, text, url } from './variable.ts';

// What is written to those who help, and to those who see to them. The links that admit somebody travel sealed.

const shift = { firstName: text, title: text, startsAt: text, shiftUrl: url };

export const volunteerTemplates = {
  volunteer_invite: {
    firstName: text,
    inviteUrl: sealed(url),
    roleLabel: text,
    channelNames: list,
    email: text,
    isReminder: flag,
    expiresOn: optional(text),
    contactEmail: optional(text),
    coordinatorName: optional(text),
  },
  volunteer_alert: { headline: text, lines: list, steps: list, volunteersUrl: url },
  volunteer_apply: { firstName: text, confirmUrl: sealed(url) },
  volunteer_decided: { firstName: text, isApproved: flag, reason: optional(text), roleLabel: text },
  volunteer_review: { firstName: text, reviewUrl: url, count: integer, dueOn: text, isReminder: flag },
  volunteer_digest: { firstName: text, lines: list, volunteersUrl: url },
  volunteer_welcome: { firstName: text, lines: list },
  shift_reminder: { ...shift, place: text },
  shift_changed: { ...shift, isCancelled: flag, reason: optional(text) },
} as const;
