import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { dearFiles } from './budget.ts';

/** Of each project the dear files come first: what is long and begins last keeps one processor busy and the other idle. */
export class DearFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const sorted = await super.sort(files);
    // Projects stay together, as their files share processes.
    const projects = [...new Set(sorted.map(({ project }) => project.name))];
    const isDear = ({ moduleId }: TestSpecification) => relative(this.ctx.config.root, moduleId) in dearFiles;
    const placeOf = (one: TestSpecification) =>
      projects.indexOf(one.project.name) * 2 + (isDear(one) ? 0 : 1);
    return sorted.sort((a, b) => placeOf(a) - placeOf(b));
  }
}
