import { readFileSync, writeFileSync } from 'node:fs';
import { withRoadmap, workflowDocument } from './documentation.ts';

const at = (path: string) => new URL(`../../${path}`, import.meta.url);

writeFileSync(at('docs/workflow.md'), workflowDocument());
writeFileSync(at('README.md'), withRoadmap(readFileSync(at('README.md'), 'utf8')));
