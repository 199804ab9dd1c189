import { AllNotices } from '../shared/desk/notices.tsx';
import { leadsTo } from './leads-to.ts';

export const NoticesPage = () => <AllNotices leadsTo={leadsTo} />;
