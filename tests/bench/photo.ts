import sharp from 'sharp';
import { cleanPicture } from '../../server/pictures/picture.ts';
import { median } from './alternate.ts';
import { type Bench, figure } from './figure.ts';

/** How long a photo of twelve megapixels takes from a telephone's file to the one that is kept. */
export const photo: Bench = {
  name: 'photo_ms',
  async measure() {
    const noise = { type: 'gaussian' as const, mean: 128, sigma: 30 };
    const picture = { width: 4_000, height: 3_000, channels: 3 as const, background: 'grey', noise };
    const large = await sharp({ create: picture }).jpeg().toBuffer();
    const times = [];
    for (let round = 0; round < 3; round++) {
      const started = performance.now();
      await cleanPicture(large);
      times.push(performance.now() - started);
    }
    const note = `12 MP of noise, ${(large.length / 1e6).toFixed(1)} MB; ${times.map((ms) => ms.toFixed(0)).join(', ')}`;
    return [figure('photo_ms', { ours: median(times), unit: 'ms', note }, { ours: 'at most', than: 3_000 })];
  },
};
