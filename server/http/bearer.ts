/** The key in a header `Authorization: Bearer …`, however the scheme is spelt (RFC 9110, 11.1). */
export const bearerIn = (authorization: string | undefined): string | undefined =>
  /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
