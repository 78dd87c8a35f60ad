import { z } from 'zod';

/** What keeping up with a staff directory is told; without a tenant and a client it is off. */
export const directorySettings = {
  DIRECTORY_TENANT: z.string().optional(),
  DIRECTORY_CLIENT_ID: z.string().optional(),
  DIRECTORY_CLIENT_SECRET: z.string().optional(),
  /** More of them leaving at once is taken for a fault of the directory. */
  DIRECTORY_MOST_LEAVERS_PERCENT: z.coerce.number('must be a percentage').int().min(1).max(100).default(20),
} as const;
