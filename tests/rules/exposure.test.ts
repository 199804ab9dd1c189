import { expect, test } from 'vitest';
import { isExposed } from '../../server/process/exposure.ts';

const all = '0.0.0.0';
test.each([
  [false, { HOST: '127.0.0.1' }, ['203.0.113.7']],
  [
    false,
    { HOST: all },
    ['127.0.0.1', '10.1.2.3', '172.31.0.9', '192.168.1.2', '100.64.0.1', 'fe80::1', 'fd00::1'],
  ],
  [true, { HOST: all }, ['127.0.0.1', '203.0.113.7']],
  [true, { HOST: '::' }, ['::1', '2001:db8::1']],
  [true, { HOST: '172.32.0.1' }, []],
  [false, { HOST: all, PUBLIC_URL: 'https://guihang.example' }, ['203.0.113.7']],
  [true, { HOST: '127.0.0.1', PUBLIC_URL: 'http://guihang.example.com' }, []],
  [true, { HOST: all, PUBLIC_URL: 'http://203.0.113.7:3000' }, []],
  [false, { HOST: all, PUBLIC_URL: 'http://192.168.1.2:3000' }, ['203.0.113.7']],
  [false, { HOST: all, PUBLIC_URL: 'http://guihang.lan' }, []],
  [false, { HOST: all, PUBLIC_URL: 'http://warehouse' }, []],
] as const)(
  'a server is open to whoever listens on a public network: %s for %j on %j',
  (exposed, config, addresses) => {
    const { HOST, ...rest } = config;
    const PUBLIC_URL = 'PUBLIC_URL' in rest ? rest.PUBLIC_URL : undefined;
    expect(isExposed({ HOST, PUBLIC_URL }, addresses)).toBe(exposed);
  },
);
