import type { SendRequest } from '../../domain/requests/send-request.ts';

type Pairs<Value> = readonly (readonly [name: string, value: Value])[];
type Wish = SendRequest['wish'];

/** A wish as it is stored: pairs, for names of variables may hold characters that mean something in names of fields. */
export type WishState = Omit<Wish, 'variables'> & Readonly<{ variables: Pairs<string> }>;

export const toWishState = ({ variables, ...wish }: Wish): WishState => ({
  ...wish,
  variables: Object.entries(variables),
});

export const toWish = ({ variables, ...wish }: WishState): Wish => ({
  ...wish,
  variables: Object.fromEntries(variables),
});

export type RequestState = Omit<SendRequest, 'id' | 'version' | 'wish' | 'refused'> &
  Readonly<{ wish: WishState; refused: Pairs<number> }>;

export const toRequestState = ({ id: _id, version: _version, wish, refused, ...state }: SendRequest): RequestState => ({
  ...state,
  wish: toWishState(wish),
  refused: Object.entries(refused),
});

type Document = Readonly<{ id: string; version: number; state: RequestState }>;

export const toRequest = ({ id, version, state: { wish, refused, ...state } }: Document): SendRequest => ({
  ...state,
  id,
  version,
  wish: toWish(wish),
  refused: Object.fromEntries(refused),
});
