import { later } from '../shared/later.tsx';

/** Fetched behind what a station needs for its scans. */
export const photoButton = () => import('./photo-button.tsx');
export const PhotoButton = later(photoButton, 'PhotoButton', null);
