import { Link } from '@tanstack/react-router';
import type { VolunteerRow } from '@guildhall/client';
import { Tag } from '../../parts/tag.tsx';
import { nameOf, placeText } from './place.ts';
import { useRoleLabel } from './role-label.ts';
import { StateTag } from './state-tag.tsx';
import { useDay } from './use-day.ts';
import { useVolunteerWords } from './words.ts';

/** One volunteer a line; lines out of sight are not drawn, so that thousands stay smooth. */
export const VolunteerRows = ({ rows }: Readonly<{ rows: readonly VolunteerRow[] }>) => (
  <ul className="vol-rows">
    {rows.map((row) => (
      <li key={row.volunteerId}>
        <Row row={row} />
      </li>
    ))}
  </ul>
);

function Row({ row }: Readonly<{ row: VolunteerRow }>) {
  const words = useVolunteerWords();
  const labelOf = useRoleLabel();
  const dayOf = useDay();
  const { volunteerId, email, state, status, role, furtherRoles, pendingApproval, leaveDate } = row;
  return (
    <Link to="/volunteers/$volunteerId" params={{ volunteerId }} className="vol-row">
      <span>
        <strong>{nameOf(row)}</strong>
        <small>
          {email} · {volunteerId}
        </small>
      </span>
      <span>
        {role && labelOf(role)} {furtherRoles > 0 && <small>{words.furtherRoles(furtherRoles)}</small>}
        <br />
        <small>{placeText(row)}</small>
      </span>
      <span className="vol-row-tags">
        <StateTag state={state} />
        {pendingApproval && <Tag tone="note">{words.needsApproval}</Tag>}
        {status === 'leaving' && <Tag tone="note">{words.leavesOn(dayOf(leaveDate))}</Tag>}
        {status === 'left' && <Tag>{words.leftOn(dayOf(leaveDate))}</Tag>}
      </span>
    </Link>
  );
}
