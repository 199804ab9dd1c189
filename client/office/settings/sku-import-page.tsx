import { SkuImportPage as Shared } from '../../shared/desk/sku-import/sku-import-page.tsx';
import { useExporters } from '../choices.ts';

/** The catalogue of an exporter, which somebody of the office brings in. */
export const SkuImportPage = () => <Shared list="/settings/skus" exporters={useExporters()} />;
