import { SkuImportPage as Shared } from '../../shared/desk/sku-import/sku-import-page.tsx';

/** The exporter's own catalogue, as a spreadsheet. */
export const SkuImportPage = () => <Shared list="/skus" />;
