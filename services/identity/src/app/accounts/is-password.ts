import type { CheckPassword } from './check-password.ts';
import type { Passwords } from './ports.ts';

type Deps = Readonly<{ passwords: Passwords; checkPassword: CheckPassword }>;

/** Whether this is the person's password. Throws `identity.account_locked` after too many that were not. */
export const passwordAsker =
  ({ passwords, checkPassword }: Deps) =>
  async (personId: string, password: string): Promise<boolean> => {
    const kept = await passwords.find(personId);
    const { isRight } = await checkPassword({ key: personId, password, hash: kept?.hash });
    return isRight;
  };

export type AskPassword = ReturnType<typeof passwordAsker>;
