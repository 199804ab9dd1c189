import { later } from '../later.tsx';

/** Asks in a window what a step has to know; without questions, whether it is meant. No page needs it to be read. */
export const StepForm = later(() => import('./step-window.tsx'), 'StepWindow');
