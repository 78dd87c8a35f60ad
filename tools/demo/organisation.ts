/** A made-up person; every address is of example.org and every number of Ofcom's range for drama. */
export interface DemoPerson {
  readonly firstName: string;
  readonly lastName: string;
  readonly roles: readonly string[];
  readonly kind: 'staff' | 'contractor' | 'visitor';
  readonly phone?: string;
}

export interface DemoSite {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly declaration: string;
  readonly entrances: readonly string[];
  /** The Slack channel that is told of movements. */
  readonly channel: string;
}

/** Who may do everything; identity makes sure at its start that this address has an account. */
export const ADMINISTRATOR = { email: 'admin@example.org', firstName: 'Alex', lastName: 'Admin' };

const member = (firstName: string, lastName: string): DemoPerson => ({
  firstName,
  lastName,
  roles: ['member'],
  kind: 'visitor',
});

export const PEOPLE: readonly DemoPerson[] = [
  { firstName: 'Rosa', lastName: 'Fielding', roles: ['reception'], kind: 'staff', phone: '+447700900101' },
  { firstName: 'Tomasz', lastName: 'Żółkiewski', roles: ['site-manager'], kind: 'staff', phone: '+447700900102' },
  { firstName: 'Amélie', lastName: 'Fournier', roles: ['site-manager'], kind: 'staff', phone: '+447700900103' },
  { firstName: 'Samuel', lastName: 'Okonkwo-Reid', roles: ['safety-officer'], kind: 'staff', phone: '+447700900104' },
  { firstName: 'Nils', lastName: 'Ødegård', roles: ['member'], kind: 'contractor' },
  { firstName: 'Harriet', lastName: 'Penhaligon', roles: ['member'], kind: 'contractor' },
  member('Grace', 'Adeyemi-Cole'),
  member('Yuki', 'Hoshino'),
  member('Padraig', "O'Shaughnessy"),
  member('Leila', 'Haddadi'),
  member('Bohdan', 'Kravets'),
];

export const SITES: readonly DemoSite[] = [
  {
    id: 'north',
    name: 'North Workshop',
    timeZone: 'Europe/London',
    declaration: 'I am fit to work today and know where the fire exits are.',
    entrances: ['Front door', 'Yard gate'],
    channel: 'north',
  },
  {
    id: 'quay',
    name: 'Quayside Studio',
    timeZone: 'Europe/Paris',
    declaration: 'I have read the studio rules.',
    entrances: [],
    channel: 'quay',
  },
];

const plain = (text: string): string =>
  text
    .replaceAll('Ø', 'O')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .normalize('NFD')
    .replaceAll(/[^a-z]/gi, '')
    .toLowerCase();

/** first.last@example.org, whatever the script of the name allows. */
export const emailOf = ({ firstName, lastName }: Pick<DemoPerson, 'firstName' | 'lastName'>): string =>
  `${plain(firstName)}.${plain(lastName)}@example.org`;

/** Where the sandbox's Slack takes messages for a channel. */
export const webhookUrl = (sandboxUrl: string, channel: string): string =>
  new URL(`/slack/services/T0GUILD/B0${channel.toUpperCase()}/demonstration`, sandboxUrl).toString();
