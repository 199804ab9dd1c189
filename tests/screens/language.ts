import type { Page } from 'playwright-core';

/** What people of this house are called and wrote, the same in every language. */
const written = ['王芳', '海南省海口市'];

/** What stands on the page, or is read aloud, in another language than it is set to; and keys that have no words. */
export async function wordsOfAnotherLanguage(page: Page, language: 'zh-CN' | 'en'): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const seen: string[] = [document.title.replace(' · 归航 Guihang', '')];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement;
      // What is marked as being in another language may be; an announcement of the customs is cited as it is published.
      const isOurs = element?.closest('[lang]') === document.documentElement;
      if (!element || !isOurs || element.closest('script, style, [hidden], cite')) continue;
      const read = ['aria-label', 'placeholder', 'alt', 'title'];
      if (node instanceof Element) seen.push(...read.map((name) => element.getAttribute(name) ?? ''));
      else seen.push(node.textContent ?? '');
    }
    return [document.documentElement.lang, ...new Set(seen.map((text) => text.trim()).filter(Boolean))];
  });
  const [spoken, ...all] = texts;
  const strange = all.filter((text) => isKey(text) || isStrange(text, language));
  return [
    ...(spoken === language ? [] : [`speaks ${spoken}`]),
    ...strange.map((text) => `not ${language}: ${text.slice(0, 120)}`),
  ];
}

/** Three words in a row with small letters; names and codes have capitals or digits. */
const englishSentence = /(^|[\s("'])[A-Za-z]?[a-z]+,? [a-z]+,? [a-z]+/;
const isStrange = (text: string, language: 'zh-CN' | 'en') =>
  (language === 'en' ? /[\u3000-\u9fff\uff00-\uffef]/ : englishSentence).test(
    written.reduce((rest, known) => rest.replaceAll(known, ''), text),
  );
const isKey = (text: string) => /^[a-z]\w*(\.\w+)+$/.test(text) && !text.includes('.csv');
