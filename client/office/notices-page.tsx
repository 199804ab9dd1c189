import { AllNotices } from '../shared/desk/notices.tsx';

/** What administrators are told. It leads nowhere in the office: its lines stand in the security log of the server. */
export const NoticesPage = () => <AllNotices leadsTo={() => undefined} />;
