/** A zone by its code and its name; many a name says the code already ("A 区 数码"). */
export const zoneName = (code: string, name: string): string =>
  name.split(/[^\p{L}\p{N}]+/u).includes(code) || name.startsWith(`${code} `) ? name : `${code} ${name}`;
