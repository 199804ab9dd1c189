/**
 * What GS1 assigns, from the General Specifications (figure 3.2-1) and the Barcode Syntax Dictionary, with a worked
 * example of the shortest and of the longest value that each may have.
 */
export interface Example {
  /** The identifiers, one by one or from one to another: '01-03 20'. */
  readonly of: string;
  readonly shortest: string;
  readonly longest: string;
  /** So many signs at the beginning are digits; `all` when all are. */
  readonly digits: number | 'all';
  /** Others that are valid, too. */
  readonly also?: readonly string[];
  /** The form is right, and the value is wrong all the same. */
  readonly wrong?: readonly string[];
}

/** Every kind of sign that GS1 allows in a text, so many of them. */
const signs = (count: number) =>
  `Az!"%&'()*+,-./:;<=>?_09${'K7'.repeat(40)}`.replaceAll(/[()]/g, '').slice(0, count);
const upTo = (of: string, count: number): Example => ({
  of,
  shortest: 'z',
  longest: signs(count),
  digits: 0,
});
const exactly = (of: string, value: string, more: Partial<Example> = {}): Example => ({
  ...{ of, shortest: value, longest: value, digits: 'all', ...more },
});
const digitsUpTo = (of: string, count: number): Example => ({
  ...{ of, shortest: '7', longest: '123456789012345'.slice(0, count), digits: 'all' },
});

const sscc = '106141411234567897';
const gtin = '06901234567892';
const gln = '6901234000009';
const noDay = ['261301', '260001', '260230', '260431', '260132'];
const countries = ['156', '156764', '156764276', '156764276840'];

/** What ends by itself: a reader knows its length. General Specifications, figure 7.8.5-2. */
export const endsByItself: readonly Example[] = [
  exactly('00', sscc, { wrong: ['106141411234567890'] }),
  exactly('01-03', gtin, { wrong: ['06901234567890'] }),
  exactly('11-13 15-17', '261231', { also: ['280229', '260101', '260200'], wrong: noDay }),
  exactly('20', '07'),
  exactly('3100-3105 3110-3115 3120-3125 3130-3135 3140-3145 3150-3155 3160-3165', '001500'),
  exactly('3200-3205 3210-3215 3220-3225 3230-3235 3240-3245 3250-3255 3260-3265 3270-3275', '001500'),
  exactly('3280-3285 3290-3295 3300-3305 3310-3315 3320-3325 3330-3335 3340-3345 3350-3355', '001500'),
  exactly('3360-3365 3370-3375 3400-3405 3410-3415 3420-3425 3430-3435 3440-3445 3450-3455', '001500'),
  exactly('3460-3465 3470-3475 3480-3485 3490-3495 3500-3505 3510-3515 3520-3525 3530-3535', '001500'),
  exactly('3540-3545 3550-3555 3560-3565 3570-3575 3600-3605 3610-3615 3620-3625 3630-3635', '001500'),
  exactly('3640-3645 3650-3655 3660-3665 3670-3675 3680-3685 3690-3695', '001500'),
  exactly('410-417', gln, { wrong: ['6901234000008'] }),
];

/** What needs a separator behind it, or the end. */
export const needsSeparator: readonly Example[] = [
  upTo('10 21-22 243 254 420 710-717 4318 7020-7022 7240 8002 8012', 20),
  upTo('235', 28),
  upTo('240-241 250-251 400-401 403 90 4308 4319 7002 7023 8004', 30),
  digitsUpTo('242', 6),
  { of: '253', shortest: gln, longest: gln + signs(17), digits: 13, wrong: ['6901234000008X'] },
  { of: '255', shortest: gln, longest: `${gln}123456789012`, digits: 'all', wrong: ['69012340000081'] },
  digitsUpTo('30 37', 8),
  digitsUpTo('3900-3909 3920-3929', 15),
  { of: '3910-3919 3930-3939', shortest: '1567', longest: '156123456789012345', digits: 'all' },
  exactly('3940-3943 8111', '0250'),
  exactly('3950-3955 8005', '001299'),
  exactly('402', '12345678901234560', { wrong: ['12345678901234567'] }),
  { of: '421', shortest: '156X', longest: `156${signs(9)}`, digits: 3 },
  exactly('422 424 426', '156'),
  {
    of: '423 425',
    shortest: '156',
    longest: '156764276840392',
    digits: 'all',
    also: countries,
    wrong: ['1567', '15676'],
  },
  upTo('427 7008', 3),
  upTo('4300-4301 4310-4311 4320', 35),
  upTo('4302-4306 4312-4316 7257 8110 8112 8200', 70),
  exactly('4307 4317', 'CN', { digits: 0 }),
  exactly('4309', '02790858483015297971'),
  exactly('4321-4323 7252', '1'),
  exactly('4324-4325', '2612311530', { also: ['2612000000'], wrong: ['2613011530', '2602301530'] }),
  exactly('4326 7006', '261231', { wrong: ['261200', ...noDay] }),
  { of: '4330-4333', shortest: '001250', longest: '001250-', digits: 6 },
  exactly('7001', '1234567890123'),
  exactly('7003', '2612311530', { wrong: ['2612001530', '2613011530'] }),
  digitsUpTo('7004', 4),
  upTo('7005', 12),
  {
    of: '7007',
    shortest: '261201',
    longest: '261201261231',
    digits: 'all',
    wrong: ['261200', '261201261200', '2612012612'],
  },
  upTo('7009 7255', 10),
  upTo('7010', 2),
  { of: '7011', shortest: '261231', longest: '2612311530', digits: 'all', wrong: ['261200', '26123115'] },
  { of: '7030-7039', shortest: '156X', longest: `156${signs(27)}`, digits: 3 },
  exactly('7040', '1ABC', { digits: 1 }),
  upTo('7041', 4),
  { of: '7230-7239', shortest: 'GMX', longest: `GM${signs(28)}`, digits: 0 },
  exactly('7241', '01'),
  upTo('7242 8013-8014 8020', 25),
  exactly('7250', '19870515'),
  exactly('7251', '198705151530'),
  upTo('7253-7254 7259', 40),
  upTo('7256 91-99', 90),
  exactly('7258', '1/3', { digits: 0 }),
  exactly('8001', '12345678901201'),
  {
    of: '8003',
    shortest: `0${gln}`,
    longest: `0${gln}${signs(16)}`,
    digits: 14,
    wrong: [`1${gln}`, '06901234000008'],
  },
  exactly('8006 8026', `${gtin}0102`, { wrong: ['069012345678900102'] }),
  upTo('8007', 34),
  {
    of: '8008',
    shortest: '26123115',
    longest: '261231153045',
    digits: 'all',
    also: ['2612311530'],
    wrong: ['26120015', '261231153'],
  },
  upTo('8009', 50),
  {
    of: '8010',
    shortest: 'A',
    longest: '0401234AZ#-/9012345678901234567'.slice(0, 30),
    digits: 0,
    wrong: ['a', 'A!', 'A.B', '_'],
  },
  digitsUpTo('8011', 12),
  exactly('8017-8018', '690123400000000018', { wrong: ['690123400000000010'] }),
  digitsUpTo('8019', 10),
  { of: '8030', shortest: 'A', longest: 'AZaz09-_='.repeat(10), digits: 0, wrong: ['A+', 'A/B', 'A.'] },
  exactly('8040-8041', '490154203237518'),
  exactly('8042', '89049032123451234512345678901235'),
  { of: '8043', shortest: '106141411234567897', longest: '10614141123456789712', digits: 'all' },
];

/** '01-03 20' is 01, 02, 03 and 20. */
export const oneByOne = (of: string): string[] =>
  of.split(' ').flatMap((range) => {
    const [first = '', last = first] = range.split('-');
    return Array.from({ length: Number(last) - Number(first) + 1 }, (_, i) =>
      String(Number(first) + i).padStart(first.length, '0'),
    );
  });
