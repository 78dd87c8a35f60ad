import { create } from '@bufbuild/protobuf';
import { GetSessionResponseSchema } from '@guildhall/contracts/gateway/v1/service';
import type { LocalMethod } from './api-deps.ts';

/** Who is signed in, from what the credential told already. */
export const getSession: LocalMethod = (_request, { holder, csrfToken }) =>
  create(GetSessionResponseSchema, {
    ...(holder?.person && { person: holder.person, permissions: [...holder.principal.permissions] }),
    csrfToken,
  });
