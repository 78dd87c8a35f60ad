import type { Handler } from '@guildhall/kernel';
import { photoType } from '../../domain/visitors/picture.ts';
import { pictureNotFound } from '../../domain/visitors/refusals.ts';
import { changing, findVisitor } from './find-visitor.ts';
import type { Picture, Pictures, VisitorRepository } from './ports.ts';

export type SetPhoto = Readonly<{ siteId: string; visitorId: string; bytes: Uint8Array }>;
export type GetPicture = Readonly<{ siteId: string; visitorId: string; documentId?: string }>;

type Deps = Readonly<{ visitors: VisitorRepository; pictures: Pictures }>;

/** A later photo takes the place of an earlier one. */
export const setPhotoHandler =
  ({ visitors, pictures }: Deps): Handler<SetPhoto> =>
  async ({ siteId, visitorId, bytes }) => {
    const contentType = photoType(bytes);
    await findVisitor(visitors, visitorId, siteId);
    const photoId = `${visitorId}.photo`;
    await pictures.put(photoId, { contentType, bytes });
    await changing(visitors, visitorId, (visitor) =>
      visitor.photoId === photoId
        ? undefined
        : { next: { ...visitor, version: visitor.version + 1, photoId }, messages: [] },
    );
  };

/** The photo, or the signature under a document. */
export const getPictureHandler =
  ({ visitors, pictures }: Deps): Handler<GetPicture, Picture> =>
  async ({ siteId, visitorId, documentId }) => {
    const visitor = await findVisitor(visitors, visitorId, siteId);
    const signature = visitor.acceptances.find((one) => one.documentId === documentId)?.signatureId;
    const id = documentId === undefined ? visitor.photoId : signature;
    const found = id === undefined ? undefined : await pictures.find(id);
    if (!found) throw pictureNotFound();
    return found;
  };
