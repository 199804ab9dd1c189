import { Select } from 'antd';
import { useSearchParams } from 'react-router';
import { useCatalogue } from '../../shared/desk/catalogue.ts';
import { Page } from '../../shared/desk/page.tsx';
import { SmallTable } from '../../shared/desk/small-table.tsx';
import { useWords } from '../../shared/use-words.ts';
import { settings } from '../../shared/words/settings.ts';

type List = keyof typeof settings.zh.catalogue.lists;

/** Every code of the house in both languages. */
export function CataloguePage() {
  const t = useWords(settings);
  const { codes } = useCatalogue();
  const [params, setParams] = useSearchParams();
  const lists = Object.keys(codes).filter((list): list is List => list in settings.zh.catalogue.lists);
  const asked = params.get('list') as List | null;
  const list = asked && lists.includes(asked) ? asked : 'reason';
  return (
    <Page title={t('part.catalogue')} about={t('catalogue.about')}>
      <Select
        className="list-search"
        aria-label={t('catalogue.list')}
        value={list}
        options={lists.map((value) => ({ value, label: t(`catalogue.lists.${value}`) }))}
        onChange={(value) => setParams({ list: value })}
      />
      <SmallTable
        label={t(`catalogue.lists.${list}`)}
        rows={codes[list] ?? []}
        rowKey={(row) => row.code}
        columns={[
          { key: 'code', title: t('code'), cell: (row) => <span className="code">{row.code}</span> },
          { key: 'zh', title: t('nameZh'), cell: (row) => <span lang="zh-CN">{row.zh}</span> },
          { key: 'en', title: t('nameEn'), cell: (row) => <span lang="en">{row.en}</span> },
        ]}
      />
    </Page>
  );
}
