/** Something to do at a place, for whoever has a role, or for every volunteer. */
export type Opportunity = Readonly<{
  id: string;
  version: number;
  title: string;
  description: string;
  locationId: string;
  /** Empty for every volunteer. */
  roleKey: string;
  /** The site of the register where it is; empty for none. */
  siteId: string;
  /** Volunteers see it. */
  published: boolean;
  createdAt: Date;
  createdBy: string;
}>;
