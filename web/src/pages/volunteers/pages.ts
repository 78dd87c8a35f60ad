export { AddVolunteerPage } from './add-page.tsx';
export { ApprovalsPage } from './approvals-page.tsx';
export { BoardPage } from './board-page.tsx';
export { EditVolunteerPage } from './edit-page.tsx';
export { VolunteerPage } from './volunteer-page.tsx';
export { VolunteersPage } from './volunteers-page.tsx';
