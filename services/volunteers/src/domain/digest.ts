/** How many of each there are for one manager to look at. */
export type Standing = Readonly<{
  waiting: number;
  blocked: number;
  leaving: number;
  applications: number;
  reviews: number;
}>;

const people = (count: number, one: string, more: string): readonly string[] =>
  count === 0 ? [] : [`${count} ${count === 1 ? one : more}`];

/** What there is to say; nothing where nothing waits. */
export const digestLines = ({ waiting, blocked, leaving, applications, reviews }: Standing): readonly string[] => [
  ...people(
    waiting,
    'person has waited for the workspace for more than 7 days',
    'people have waited for the workspace for more than 7 days',
  ),
  ...people(blocked, 'person is blocked', 'people are blocked'),
  ...people(leaving, 'person leaves within 14 days', 'people leave within 14 days'),
  ...people(applications, 'application waits for a decision', 'applications wait for a decision'),
  ...people(reviews, 'role waits for your review', 'roles wait for your review'),
];
