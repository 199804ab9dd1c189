import express, { type RequestHandler } from 'express';
import type { Route } from './route.ts';

/** What a body may weigh unless its route says otherwise, and what it weighs at most before anybody signed in. */
export const BODY_BYTES = 64 * 1024;

/** How many bytes this route reads, of a file or of JSON. */
export const bodyLimit = ({ takesFile, bodyBytes }: Pick<Route, 'takesFile' | 'bodyBytes'>) =>
  takesFile ?? bodyBytes ?? BODY_BYTES;

/** The bytes as they come, at most so many. @throws 413 beyond, without having kept what was too much */
export const readBody = (limit: number): RequestHandler => express.raw({ type: () => true, limit });
