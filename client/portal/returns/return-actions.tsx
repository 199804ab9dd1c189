import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { PlusIcon, UploadIcon } from '../../shared/icons.tsx';
import { useMay } from '../../shared/signed-in.tsx';
import { useWords } from '../../shared/use-words.ts';
import { portal } from '../../shared/words/portal.ts';

/** The two ways to announce a return. */
export function ReturnActions() {
  const t = useWords(portal);
  const go = useNavigate();
  const may = useMay();
  if (!may('returns.submit')) return null;
  return (
    <>
      <Button onClick={() => void go('/exported')}>{t('exported.fromOrder')}</Button>
      <Button icon={<UploadIcon />} onClick={() => void go('/returns/import')}>
        {t('returns.import')}
      </Button>
      <Button type="primary" icon={<PlusIcon />} onClick={() => void go('/returns/new')}>
        {t('returns.submit')}
      </Button>
    </>
  );
}
