import type { Handler, NewId } from '@guildhall/kernel';
import type { Person } from '../../domain/person.ts';
import { refusals } from '../../domain/refusals.ts';
import type { Way } from '../../domain/session.ts';
import type { Caller } from '../ports.ts';
import type { OpenSession, SignedIn } from '../sign-in/open-session.ts';

type Deps = Readonly<{ openSession: OpenSession; logout: Handler<Readonly<{ caller: Caller }>>; newId: NewId }>;
type Entering = Readonly<{ person: Person; caller: Caller; way: Way }>;

export type Enter = (entering: Entering) => Promise<SignedIn>;

/** Signs somebody in who has proved who they are. The session that this browser had, if any, ends with it. */
export const enterer =
  ({ openSession, logout, newId }: Deps): Enter =>
  async ({ person, caller, way }) => {
    const signedIn = await openSession({ sessionId: newId(), person, caller, way, taken: refusals.signInRequired });
    await logout({ caller });
    return signedIn;
  };
