import { Alert } from 'antd';
import { useMe } from '../../shared/signed-in.tsx';
import { useWords } from '../../shared/use-words.ts';
import { portal } from '../../shared/words/portal.ts';

const sentences = { must: 'must', should: 'should', 'need not': 'needNot' } as const;

/** What the exporter's contract says of lines that cite no export, told before a return is begun. */
export function ContractNote() {
  const t = useWords(portal);
  const { exportCitation } = useMe();
  if (exportCitation === null) return null;
  return (
    <Alert
      type={exportCitation === 'must' ? 'warning' : 'info'}
      showIcon
      title={t(`exported.contract.${sentences[exportCitation]}`)}
    />
  );
}
