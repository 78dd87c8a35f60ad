import type { Member } from '../platform/people.ts';

/** What a variable of paths names: something that belongs to one person, or something that is there for all. */
export type Thing = Readonly<{ isOnesOwn: boolean; of: (member: Member, verb: string) => Promise<string> }>;

/** One for all, and another one for each request that may delete it. */
export const forAll = (make: () => Promise<string>): Thing => {
  let made: Promise<string> | undefined;
  return { isOnesOwn: false, of: (_, verb) => (verb === 'DELETE' ? make() : (made ??= make())) };
};

export const always = (value: string): Thing => ({ isOnesOwn: false, of: async () => value });
export const onesOwn = (of: Thing['of']): Thing => ({ isOnesOwn: true, of });
