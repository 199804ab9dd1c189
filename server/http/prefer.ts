/**
 * Whether whoever asks will read of the reply no more than that it is done: `Prefer: return=minimal` (RFC 7240). Where
 * it is said twice how much shall be returned, the first counts.
 */
export const prefersMinimal = (header: string | undefined): boolean => {
  const preferences = header?.split(',').map((one) => one.split(';')[0]?.replace(/[\s"]/g, '').toLowerCase());
  return preferences?.find((one) => one?.startsWith('return=')) === 'return=minimal';
};
