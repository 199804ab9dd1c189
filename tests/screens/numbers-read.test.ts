import { expect, test } from 'vitest';
import { announced, ok, received } from '../journeys/road.ts';
import { aHouse } from '../world.ts';
import { atStation, press, said, scan, shows } from './handheld-world.ts';

const tone = (page: Awaited<ReturnType<typeof atStation>>) =>
  page.locator('.screen').first().getAttribute('class');

test('an inspection takes no other code for a serial, and what it holds is never green', async () => {
  const house = await aHouse();
  const shirt = await received(house, 'SHIRT');
  const page = await atStation(house, 'chen', 'inspect');
  await scan(page, shirt);
  await page.locator('.question h2').waitFor();
  await scan(page, 'ZTO77712345678');
  await said(page, '这件没有序列号');
  await shows(page, '手上这件');
  await shows(page, '刚扫的');
  await shows(page, 'ZTO77712345678');
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/none.png` });
  await page.waitForTimeout(400);
  await press(page, '知道了');
  // What nobody can be sure of is scanned twice; another than announced stays amber to the end.
  const [piece] = (await announced(house, 'whale', [{ sku: 'PHONE', serial: 'BWCAM472249417' }])).items;
  const phone = piece?.code ?? '';
  await ok(house.item('liu', phone, 'receive', { location: 'R-01' }));
  await scan(page, phone);
  await said(page, /^已换成：/);
  await scan(page, 'BWCAM472249999');
  await said(page, '序列号不符：预报 BWCAM472249417，实物 BWCAM472249999');
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/another.png` });
  await scan(page, 'BWCAM472249999');
  await said(page, '已记下，提交后挂起：预报 BWCAM472249417，实物 BWCAM472249999');
  for (const answer of ['完好', '无痕', '全部正常', '齐全', '原包装已拆']) await press(page, answer);
  await press(page, '是');
  await press(page, '提交质检');
  await said(page, '已质检，但已挂起：序列号不符：预报 BWCAM472249417，实物 BWCAM472249999');
  await shows(page, '挂起原因');
  expect(await tone(page)).toContain('tone-warning');
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/held.png` });
});
