import { flag, integer, oneOf, optional, text, url } from './variable.ts';

// What the register writes to people.

const reminder = { firstName: text, siteName: text, siteUrl: url, signOutUrl: url, signedInAt: text };
const presence = { displayName: optional(text), movement: oneOf('in', 'out'), count: integer, siteName: text };
const evacuation = { siteName: text, message: optional(text), drill: flag };
const visitor = { visitorName: text, company: optional(text), siteName: text };

export const registerTemplates = {
  presence,
  'presence-board': { ...presence, names: optional(text) },
  reminder,
  reminder_pm: reminder,
  digest: { siteName: text, date: text, came: integer, inside: integer, most: integer, mostAt: optional(text) },
  'cover-alert': { siteName: text, count: integer, minutes: integer },
  'site-crowded': { siteName: text, count: integer, capacity: integer },
  'evacuation-call': { ...evacuation, answerUrl: url },
  'evacuation-escalation': { ...evacuation, answerUrl: url },
  'evacuation-warden': {
    ...evacuation,
    isHelp: flag,
    isStarted: flag,
    displayName: optional(text),
    note: optional(text),
    boardUrl: url,
  },
  'site-snapshot': { siteName: text, count: integer },
  'site-message': { siteName: text, text: text, senderName: text },
  'host-arrival': { ...visitor, answerUrl: url },
  'visitor-waiting': { ...visitor, answerUrl: url },
  'visitor-approval': { ...visitor, date: text, announcedBy: text, pageUrl: url },
  'visitor-decided': { ...visitor, date: text, approved: flag, reason: optional(text), pageUrl: url },
  'watch-alert': { ...visitor, note: optional(text) },
  invitation: {
    visitorName: text,
    hostName: optional(text),
    siteName: text,
    date: text,
    time: optional(text),
    invitationUrl: url,
  },
  'report-export': { exportName: text, from: text, to: text, rows: integer, siteName: text, tooLarge: flag },
  'webhook-disabled': { host: text, description: optional(text) },
} as const;
