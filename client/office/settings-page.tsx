import { Card } from 'antd';
import { Code } from '../shared/code.tsx';
import { Page } from '../shared/desk/page.tsx';
import { useLanguage } from '../shared/language.ts';
import { useMe } from '../shared/signed-in.tsx';
import { useWords } from '../shared/use-words.ts';
import { office } from '../shared/words/office.ts';

/** What the house is made of. */
export function SettingsPage() {
  const t = useWords(office);
  const english = useLanguage() === 'en';
  const { warehouses } = useMe();
  return (
    <Page title={t('settings.title')}>
      <Card title={t('settings.warehouses')}>
        {warehouses.map(({ id, code, nameZh, nameEn }) => (
          <p key={id}>
            <Code>{code}</Code> {english ? nameEn : nameZh}
          </p>
        ))}
      </Card>
    </Page>
  );
}
