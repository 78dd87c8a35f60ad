import type { suppressions as en } from '../en/suppressions.ts';

export const suppressions: typeof en = {
  link: 'Adresses bloquées',
  title: 'Adresses bloquées',
  hint: 'Plus rien n’y est envoyé, pas même les codes de connexion et les urgences : elles ont été refusées, leur titulaire a écrit STOP, ou quelqu’un les a bloquées ici.',
  search: 'Trouver une adresse',
  searchHint: 'L’adresse ou le numéro en entier.',
  channel: 'Canal',
  all: 'Tous',
  channels: { email: 'E-mail', sms: 'SMS', slack: 'Slack', push: 'Application', inbox: 'Boîte de réception' },
  reasons: {
    hard_bounce: 'Refusée définitivement',
    stop: 'Le titulaire a écrit STOP',
    unregistered: 'L’application n’est plus sur l’appareil',
    manual: 'Bloquée à la main',
  },
  add: 'Bloquer une adresse',
  addHint:
    'Plus rien n’y sera envoyé, pas même les codes de connexion et les urgences, jusqu’à ce que quelqu’un la débloque.',
  kind: 'De quoi il s’agit',
  email: 'Adresse e-mail',
  sms: 'Numéro de téléphone',
  smsHint: 'Avec le pays, par exemple +33612345678.',
  stop: 'Bloquer les envois',
  added: (address) => `Plus rien n’est envoyé à ${address}.`,
  lift: 'Débloquer',
  liftNamed: (address) => `Débloquer ${address}`,
  liftAsk: (address) =>
    `Les messages partent de nouveau vers ${address}. Ce qui n’a pas pu être envoyé entre-temps ne l’est pas plus tard.`,
  lifted: (address) => `Les messages partent de nouveau vers ${address}.`,
  none: 'Aucune adresse n’est bloquée',
  noneFound: 'Cette adresse n’est pas bloquée',
};
