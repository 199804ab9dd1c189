import { BlockList, isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { Config } from './config.ts';

/** Addresses that no stranger reaches: RFC 1918, RFC 6598, RFC 4193, loopback, link-local. */
const inside = new BlockList();
for (const [net, bits] of [
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  inside.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  inside.addSubnet(net, bits, 'ipv6');

function isPublic(host: string): boolean {
  const address = host.replace(/^\[|\]$/g, '');
  const version = isIP(address);
  if (version) return !inside.check(address, version === 4 ? 'ipv4' : 'ipv6');
  // A name without a dot, or under one of these, is one of the own network.
  return address.includes('.') && !/\.(local|lan|internal|home\.arpa|invalid|test)$/i.test(address);
}

const addressesOfThisMachine = () =>
  Object.values(networkInterfaces()).flatMap((all) => (all ?? []).map(({ address }) => address));

/** Whether passwords and sessions cross a public network as anybody there can read them. */
export function isExposed(
  { PUBLIC_URL, HOST }: Pick<Config, 'PUBLIC_URL' | 'HOST'>,
  addresses: readonly string[] = addressesOfThisMachine(),
): boolean {
  if (PUBLIC_URL) return PUBLIC_URL.startsWith('http:') && isPublic(new URL(PUBLIC_URL).hostname);
  return /^(0\.0\.0\.0|::)$/.test(HOST) ? addresses.some(isPublic) : isPublic(HOST);
}
