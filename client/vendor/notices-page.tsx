import { AllNotices, type LeadsTo } from '../shared/desk/notices.tsx';

const leadsTo: LeadsTo = ({ ticket, consignment }) =>
  ticket ? `/tickets/${ticket}` : consignment ? `/consignments/${consignment}` : undefined;

export const NoticesPage = () => <AllNotices leadsTo={leadsTo} />;
