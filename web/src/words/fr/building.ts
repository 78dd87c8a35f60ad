import type { Words } from '../en.ts';

const people = (count: number): string => (count <= 1 ? `${count} personne` : `${count} personnes`);

export const status: Words['status'] = {
  hello: (name) => `Bonjour ${name}`,
  in: 'Sur place',
  out: 'Dehors',
  youAreIn: (site) => `Arrivée enregistrée : ${site}`,
  youAreOut: (site) => `Pas d’arrivée enregistrée : ${site}`,
  since: (time) => `Depuis ${time}`,
  signIn: 'J’arrive',
  signOut: 'Je pars',
  signOutHint: 'Merci de signaler chaque départ.',
  confirms: 'En arrivant, vous confirmez :',
  entrance: 'Entrée',
  signedIn: (count) => `Arrivée enregistrée. ${people(count)} à l’intérieur.`,
  signedOut: 'Départ enregistré. Au revoir.',
  wrongDate: 'Cette page datait d’un autre jour : rien n’a été changé. Elle est à jour, appuyez de nouveau.',
  notYou: (name) => `Vous n’êtes pas ${name} ?`,
  leave: 'Se déconnecter de cet appareil',
  clock: 'Heure actuelle',
};

export const presence: Words['presence'] = {
  title: 'Présents',
  inside: (count) => `${people(count)} à l’intérieur`,
  empty: 'Personne à l’intérieur',
  emptyHint: 'Les personnes apparaissent ici dès leur arrivée.',
  live: 'En direct',
  connecting: 'Connexion en cours',
  stale: (age) => `Pas en direct ; dernière nouvelle ${age}`,
  name: 'Nom',
  since: 'Depuis',
  entrance: 'Entrée',
  search: 'Chercher un nom',
  noMatch: 'Personne à l’intérieur ne porte ce nom',
  print: 'Imprimer',
  printed: (time) => `État à ${time}`,
  cameIn: (name) => `Arrivée de ${name}`,
  wentOut: (name) => `Départ de ${name}`,
};
