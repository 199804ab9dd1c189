import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { type Reply, upload, uploadForFile } from '../../shared/api.ts';
import { useReply } from '../../shared/desk/replies.ts';
import { useSheetImport } from '../../shared/desk/sheets/use-sheet-import.ts';

const imports = 'POST /api/v1/opening-stock/imports';
export type Report = Reply<'GET /api/v1/opening-stock/imports/:id'>;
type Counts = Reply<typeof imports>['counts'];

/** The import of this page; one that runs already is found again, be it by the address or because it is not finished. */
export function useOpeningImport() {
  const [params, setParams] = useSearchParams();
  const [exporter, setExporter] = useState<string>();
  const [counts, setCounts] = useState<Counts>();
  const whose = exporter ? { exporter } : {};
  const named = params.get('import');
  const { data } = useReply('GET /api/v1/opening-stock/imports', {});
  const it = useSheetImport<Report>({
    send: async (input, file) => {
      const { counts: found, ...told } = await upload(imports, { ...input, ...whose }, file);
      setCounts(found);
      // What was taken over before is not taken over again, and not promised.
      return told.faults.length > 0 ? told : { ...told, lines: found.new };
    },
    // Opening stock comes once: nothing of its sheets is remembered.
    forget: async () => {},
    onAccepted: (id) => {
      if (id === undefined) setCounts(undefined);
      setParams(id ? { import: id } : {}, { replace: true });
    },
  });
  const isIdle = it.file === undefined && it.accepted === undefined;
  const running = named ?? data?.rows.find(({ finishedAt }) => finishedAt === null)?.id ?? null;
  const { resume } = it;
  useEffect(() => {
    if (isIdle && running !== null) resume(running);
  });
  return {
    ...it,
    ...{ exporter, counts },
    choose: (next: string | undefined) => {
      setExporter(next);
      it.forget();
    },
    /** Shows an import of before. */
    resume: (id: string) => {
      it.forget();
      setParams({ import: id }, { replace: true });
      resume(id);
    },
    mark: (file: File, language: 'zh' | 'en') =>
      uploadForFile(`${imports}/marked`, { language, answers: it.answers, ...whose }, file),
  };
}
