import { afterAll } from 'vitest';
import { closeBrowser } from './browser.ts';

// Loaded anew for every file, as what a file imports is not: its browser ends with it, and counts with what it took.
afterAll(closeBrowser);
