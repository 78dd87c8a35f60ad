import type { volunteerReviews as en } from '../en/volunteer-reviews.ts';

export const volunteerReviews: typeof en = {
  hint: 'Qui gère des personnes confirme de temps en temps que chacune doit garder ce qu’elle a.',
  none: 'Il n’y a pas encore eu de revue',
  noneHint: 'Il en commence une chaque trimestre, ou quand un administrateur la lance.',
  start: 'Lancer une revue',
  startAsk:
    'Tous ceux qui gèrent des bénévoles doivent confirmer chaque rôle en trois semaines ; ils reçoivent un e-mail.',
  started: 'La revue commence.',
  states: { preparing: 'En préparation', open: 'Ouverte', closed: 'Close' },
  of: (day: string) => `Revue du ${day}`,
  due: (day: string) => `jusqu’au ${day}`,
  decided: (decided: number, total: number) => `${decided} décidés sur ${total}`,
  open: 'Ouvrir la revue',
  figures: (certified: number, revoked: number, flagged: number) =>
    `${certified} confirmés, ${revoked} retirés, ${flagged} signalés`,
  progress: 'Où en est chacun',
  administrators: 'Administrateurs',
  items: 'Rôles à confirmer',
  itemStates: {
    '': 'Tous',
    open: 'Ouverts',
    certified: 'Confirmés',
    revoked: 'Retirés',
    flagged: 'Signalés',
    ended: 'Terminés',
  },
  itemState: 'Lesquels',
  itemsNone: 'Aucun de ceux-là',
  since: (day: string) => `depuis le ${day}`,
  pick: (name: string, role: string) => `${name}, ${role}`,
  pickAll: 'Tous',
  certify: (count: number) => `Confirmer ${count}`,
  revoke: (count: number) => `Retirer ${count}`,
  revokeAsk: (count: number) =>
    `${count} ${count < 2 ? 'rôle se termine' : 'rôles se terminent'}. Les accès qu’aucun autre rôle ne donne sont retirés ; qui n’a plus de rôle s’en va.`,
  done: (count: number) => `${count} décidés.`,
  failed: 'N’ont pas pu être décidés :',
  report: 'Enregistrer en CSV',
  back: 'Toutes les revues',
};
