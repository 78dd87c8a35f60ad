import { useQuery } from '@tanstack/react-query';
import { rolesQuery } from './queries.ts';

/** What a role is called; its key where that is not known. */
export function useRoleLabel(): (key: string) => string {
  const { data } = useQuery(rolesQuery);
  return (key) => data?.find((role) => role.key === key)?.label ?? key;
}
