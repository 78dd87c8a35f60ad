import { AppError } from '@guildhall/kernel';
import { foreignTenant, newUser, type ServiceName, type ServiceUser, type UserClaims } from './service-user.ts';

const most = 1_000;

const ada = { firstName: 'Ada', lastName: 'Lovelace', email: 'ada@example.org' };

/** Who there is at first: enough to try every way a sign-in may go. */
const atFirst: Readonly<Record<ServiceName, readonly ServiceUser[]>> = {
  google: [
    newUser('ada', ada),
    newUser('grace', { firstName: 'Grace', lastName: 'Hopper' }),
    newUser('unverified', { emailVerified: false }),
  ],
  microsoft: [
    newUser('ada', ada),
    newUser('no-mailbox', { firstName: 'Alan', lastName: 'Turing', email: 'alan@example.org', mail: null }),
    newUser('mallory', { ...ada, subject: 'mallory', tenantId: foreignTenant }),
  ],
  zoom: [newUser('ada', ada), newUser('grace', { firstName: 'Grace', lastName: 'Hopper' })],
};

/** The people who have accounts at the simulated services. */
export class ServiceUsers {
  readonly #users = new Map<string, ServiceUser>();

  constructor() {
    for (const [service, users] of Object.entries(atFirst)) {
      for (const user of users) this.#users.set(`${service} ${user.key}`, user);
    }
  }

  list(service: ServiceName): readonly ServiceUser[] {
    return [...this.#users].flatMap(([place, user]) => (place.startsWith(`${service} `) ? [user] : []));
  }

  find(service: ServiceName, key: string): ServiceUser | undefined {
    return this.#users.get(`${service} ${key}`);
  }

  /** Says who somebody is from now on; whoever is not there yet, is. */
  put(service: ServiceName, key: string, said: UserClaims): ServiceUser {
    const place = `${service} ${key}`;
    if (!this.#users.has(place) && this.#users.size >= most) {
      throw new AppError('invalid', 'sandbox.too_many_users', `At most ${most} people fit here.`);
    }
    const user = newUser(key, said);
    this.#users.set(place, user);
    return user;
  }
}
