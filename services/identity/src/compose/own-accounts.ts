import type { AccountUseCases } from '../app/accounts/use-cases.ts';

/** What other areas ask about the accounts of one person. */
export const ownAccounts = ({ isPassword, exportAccount, eraseAccount }: AccountUseCases) => ({
  isPassword,
  describeAccounts: exportAccount,
  removeAccounts: eraseAccount,
});
