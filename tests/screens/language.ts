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
      // What is marked as being in another language may be.
      if (!element || element.closest('[lang]') !== document.documentElement) continue;
      // An announcement of the customs is cited as it is published.
      if (element.closest('script, style, [hidden], cite')) continue;
      if (node instanceof Element)
        for (const name of ['aria-label', 'placeholder', 'alt', 'title'])
          seen.push(node.getAttribute(name) ?? '');
      else seen.push(node.textContent ?? '');
    }
    return [document.documentElement.lang, ...new Set(seen.map((text) => text.trim()).filter(Boolean))];
  });
  const [spoken, ...all] = texts;
  const strange = all.filter(
    (text) =>
      isKey(text) ||
      (language === 'en' ? /[\u3000-\u9fff\uff00-\uffef]/ : englishSentence).test(
        written.reduce((rest, known) => rest.replaceAll(known, ''), text),
      ),
  );
  return [
    ...(spoken === language ? [] : [`speaks ${spoken}`]),
    ...strange.map((text) => `not ${language}: ${text.slice(0, 120)}`),
  ];
}

/** Three words in a row with small letters; names and codes have capitals or digits. */
const englishSentence = /(^|[\s("'])[A-Za-z]?[a-z]+,? [a-z]+,? [a-z]+/;
const isKey = (text: string) => /^[a-z]\w*(\.\w+)+$/.test(text) && !text.includes('.csv');
