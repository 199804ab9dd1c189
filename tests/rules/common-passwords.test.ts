import { expect, test } from 'vitest';
import { isCommonPassword } from '../../server/access/common-passwords.ts';

const refused = {
  'a word that everybody tries': 'password qwertyuiop letmein P@ssw0rd correcthorsebatterystaple',
  'what a Chinese speaker tries': 'woaini1314520 Zhangwei2026 mima12345678 5201314woaini',
  'a word of this trade': 'guihang-2026 Warehouse#1 cangku888888 tuihuo2026!',
  'a word with signs and digits around it':
    'password1 1password password2026! 123456password !!Password!! 2026-mima-1',
  'a word of letters and digits that is common as it is': '1qaz2wsx 123qweasd a1b2c3d4',
  'digits alone': '73920164859 1234567890 20261123 88888888',
  'digits and signs, but fewer than five different ones': '1+2-1-2+1+ !!!!####!!!! 11--22--11-21',
  'up to five signs over and over, and a few after them':
    'kkkkkkkkkk ksksksksks ksjdwksjdw ksjdwksjdwksjdw ksjdwksjdwmbzr',
  'a run along the alphabet, up, down or on the spot': 'cdefghijkl lkjihgfedc ccddeeffgg Ghijklmnop2026',
  'a run that is broken twice': 'cdefgzhijk cdefghzklm',
};
test.each(Object.entries(refused))('refused: %s', (_, passwords) => {
  for (const password of passwords.split(' ')) expect(isCommonPassword(password), password).toBe(true);
});

test('refused in whatever script and with whatever gaps it is typed', () => {
  for (const typed of [
    'ｐａｓｓｗｏｒｄ１２３',
    'pass word 123',
    'p a s s w o r d',
    'PASSWORD\t2026',
    'ＭＩＭＡ１２３４５６',
  ])
    expect(isCommonPassword(typed), typed).toBe(true);
});

const taken = {
  'words that nobody would guess': 'thetidecomesinatseven haikou-tide-eleven-lamp Kx7#mQ2v!d',
  'one with a common word deep inside': 'kxpasswordmq pass7#word sevenqwertylamps',
  'one that begins or ends with digits, or has none': '9kx7#mQ2v!d kx7#mQ2v!d9 kx#mQv!dwj',
  'a few letters in a hundred orders': 'dabbadcabd',
  'five different signs, or more': '1+2-1-2+1* 7-3*9+1-4*6',
  'six signs twice, or five twice and five more': 'ksjdwpksjdwp ksjdwksjdwmbzrt',
  'what is repeated only at its end': 'mbzrtksjdwksjdw',
  'a run that is broken three times': 'cdefghzklmt cdefgzhizjk',
  'digits and signs around a letter or two': '739#k!5820 739#kx!5820',
};
test.each(Object.entries(taken))('taken: %s', (_, passwords) => {
  for (const password of passwords.split(' ')) expect(isCommonPassword(password), password).toBe(false);
});
