import { hash } from 'node:crypto';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { cleanPicture, MAX_PICTURE_BYTES, NotAPicture } from '../../server/pictures/picture.ts';

const gps = {
  IFD0: { Make: 'SpyCam', Model: 'X-1' },
  IFD3: { GPSLatitude: '20/1 2/1 30/1', GPSLatitudeRef: 'N' },
};

/** Left half red, right half blue, so that a turn shows. */
const photo = (width = 400, height = 200) =>
  sharp({ create: { width, height, channels: 3, background: 'blue' } }).composite([
    { input: { create: { width: width / 2, height, channels: 3, background: 'red' } }, left: 0, top: 0 },
  ]);
const jpegPhoto = await photo().jpeg().withExif(gps).toBuffer();

const [gif, tiff] = [await photo(4, 4).gif().toBuffer(), await photo(4, 4).tiff().toBuffer()];

const colourAt = async (bytes: Uint8Array, left: number, top: number) => {
  const [r = 0, , b = 0] = await sharp(bytes).extract({ left, top, width: 1, height: 1 }).raw().toBuffer();
  return r > b ? 'red' : 'blue';
};
const refusal = async (bytes: Uint8Array) => {
  const outcome = await cleanPicture(bytes).catch((error: unknown) => error);
  return outcome instanceof NotAPicture ? outcome.why : outcome;
};

describe('a photo is kept', () => {
  test.each(['jpeg', 'png', 'webp'] as const)('as JPEG when it comes as %s', async (format) => {
    const { jpeg, thumbnail, width, height, sha256 } = await cleanPicture(
      await photo().toFormat(format).toBuffer(),
    );
    expect(await sharp(jpeg).metadata()).toMatchObject({ format: 'jpeg', width: 400, height: 200 });
    expect(await sharp(thumbnail).metadata()).toMatchObject({ format: 'jpeg', width: 320, height: 160 });
    expect([width, height, sha256]).toEqual([400, 200, hash('sha256', jpeg)]);
  });

  test('without the place and the device that took it', async () => {
    expect((await sharp(jpegPhoto).metadata()).exif?.toString('latin1')).toContain('SpyCam');
    const { jpeg, thumbnail } = await cleanPicture(jpegPhoto);
    for (const bytes of [jpeg, thumbnail]) {
      const { exif, icc, xmp, iptc, orientation } = await sharp(bytes).metadata();
      expect([exif, icc, xmp, iptc, orientation]).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
      ]);
      expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/SpyCam|Exif|GPS/);
    }
  });

  test('upright, whichever way the telephone was held', async () => {
    const turned = await photo().jpeg().withMetadata({ orientation: 6 }).toBuffer();
    const { jpeg, width, height } = await cleanPicture(turned);
    expect([width, height]).toEqual([200, 400]);
    expect([await colourAt(jpeg, 100, 20), await colourAt(jpeg, 100, 380)]).toEqual(['red', 'blue']);
  });

  test('at 2,048 pixels at most, and never enlarged', async () => {
    const large = await cleanPicture(await photo(4_000, 1_000).jpeg().toBuffer());
    expect([large.width, large.height]).toEqual([2_048, 512]);
    const small = await cleanPicture(await photo(10, 10).png().toBuffer());
    expect([small.width, small.height]).toEqual([10, 10]);
  });

  test('on white where it was transparent', async () => {
    const clear = { create: { width: 8, height: 8, channels: 4 as const, background: '#00000000' } };
    const { jpeg } = await cleanPicture(await sharp(clear).png().toBuffer());
    expect([...(await sharp(jpeg).raw().toBuffer()).subarray(0, 3)]).toEqual([255, 255, 255]);
  });

  test('in the colours of a screen, also from CMYK', async () => {
    const cmyk = await photo().toColourspace('cmyk').jpeg().toBuffer();
    expect((await sharp(cmyk).metadata()).space).toBe('cmyk');
    const { jpeg } = await cleanPicture(cmyk);
    expect((await sharp(jpeg).metadata()).space).toBe('srgb');
  });

  test('without a second file hidden behind or inside it', async () => {
    const payload = '<script>alert(1)</script>PK\u0003\u0004%PDF-1.7';
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, payload.length + 2]), Buffer.from(payload)]);
    const polyglot = Buffer.concat([
      jpegPhoto.subarray(0, 2),
      comment,
      jpegPhoto.subarray(2),
      Buffer.from(payload),
    ]);
    const { jpeg, thumbnail } = await cleanPicture(polyglot);
    for (const bytes of [jpeg, thumbnail])
      expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/script|PDF/);
  });

  test('as its first frame when it moves', async () => {
    const frames = await Promise.all(
      ['red', 'blue'].map((background) =>
        sharp({ create: { width: 20, height: 20, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const moving = await sharp(frames, { join: { animated: true } })
      .webp()
      .toBuffer();
    expect((await sharp(moving).metadata()).pages).toBe(2);
    const { jpeg, height } = await cleanPicture(moving);
    expect([height, await colourAt(jpeg, 10, 10)]).toEqual([20, 'red']);
  });

  test('the same way every time', async () => {
    expect((await cleanPicture(jpegPhoto)).sha256).toBe((await cleanPicture(jpegPhoto)).sha256);
  });
});

describe('it is not a picture', () => {
  test.each([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'), 'other format'],
    ['a page', Buffer.from('<!doctype html><img src=x onerror=alert(1)>'), 'other format'],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj'), 'other format'],
    ['a workbook', Buffer.from('PK\u0003\u0004'), 'other format'],
    ['a GIF', gif, 'other format'],
    [
      'a GIF that claims 65,535 × 65,535',
      Buffer.from('GIF89a\xff\xff\xff\xff\x80\0\0', 'latin1'),
      'other format',
    ],
    ['a TIFF', tiff, 'other format'],
    ['an AVIF or HEIC', Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0mif1'), 'other format'],
    ['a JPEG signature and nothing else', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'damaged'],
    ['a page behind a JPEG signature', Buffer.from('\xff\xd8\xff<html>', 'latin1'), 'damaged'],
    ['a sound in RIFF', Buffer.from('RIFF\x24\0\0\0WAVEfmt '), 'other format'],
    ['a file that is too large', Buffer.alloc(MAX_PICTURE_BYTES + 1, 0xff), 'too large'],
  ])('%s', async (_, bytes, why) => expect(await refusal(bytes)).toBe(why));

  test.each(['jpeg', 'png', 'webp'] as const)('when a %s was cut off', async (format) => {
    const noise = sharp({
      create: {
        width: 300,
        height: 300,
        channels: 3,
        background: 'grey',
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    });
    const whole = await noise.toFormat(format).toBuffer();
    for (const share of [0.05, 0.5, 0.9])
      expect(await refusal(whole.subarray(0, whole.length * share))).toBe('damaged');
  });

  test('when a small file would unpack to very many pixels', async () => {
    const bomb = await sharp({ create: { width: 9_000, height: 9_000, channels: 3, background: 'white' } })
      .png()
      .toBuffer();
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await refusal(bomb)).toBe('too many pixels');
    const claim = Buffer.from(await photo().png().toBuffer());
    claim.writeUInt32BE(100_000, 16);
    claim.writeUInt32BE(100_000, 20);
    expect(['too many pixels', 'damaged']).toContain(await refusal(claim));
  });

  test('nothing but NotAPicture is ever thrown, whichever bytes are flipped', async () => {
    const sources = await Promise.all(
      (['jpeg', 'png', 'webp'] as const).map((format) => photo(40, 20).toFormat(format).toBuffer()),
    );
    const flips = fc.array(fc.tuple(fc.nat(2_000), fc.nat(255)), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...sources), flips, async (source, places) => {
        const bytes = Buffer.from(source);
        for (const [place, byte] of places) bytes[place % bytes.length] = byte;
        await cleanPicture(bytes).catch((error: unknown) => expect(error).toBeInstanceOf(NotAPicture));
      }),
      { numRuns: 150 },
    );
  });
});

test('what is sent in several passes and would be held as a whole is smaller than what is not', async () => {
  const drawn = (width: number, progressive: boolean) =>
    sharp({ create: { width, height: 4_100, channels: 3, background: 'red' } })
      .jpeg({ progressive })
      .toBuffer();
  await expect(cleanPicture(await drawn(4_000, true))).rejects.toMatchObject({ why: 'too many pixels' });
  expect((await cleanPicture(await drawn(4_000, false))).height).toBe(2_048);
  expect((await cleanPicture(await drawn(3_900, true))).height).toBe(2_048);
});
