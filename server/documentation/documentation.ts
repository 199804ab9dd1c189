import { permissions, roleNames, roles } from '../access/permissions.ts';
import { consignmentWorkflow } from '../workflow/consignment.ts';
import { itemWorkflow } from '../workflow/item.ts';
import { parcelWorkflow } from '../workflow/parcel.ts';
import { returnOrderWorkflow } from '../workflow/return-order.ts';
import { shipmentWorkflow } from '../workflow/shipment.ts';
import { ticketWorkflow } from '../workflow/ticket.ts';
import type { Workflow } from '../workflow/workflow.ts';
import { chapter, roadmap, type StatesInChinese } from './describe.ts';
import {
  consignmentInChinese,
  itemInChinese,
  parcelInChinese,
  returnOrderInChinese,
  shipmentInChinese,
  ticketInChinese,
} from './documentation-zh.ts';

const asFlow = (flow: object) => flow as Workflow<object>;
const all: readonly (readonly [Workflow<object>, StatesInChinese])[] = [
  [asFlow(itemWorkflow), itemInChinese],
  [asFlow(returnOrderWorkflow), returnOrderInChinese],
  [asFlow(parcelWorkflow), parcelInChinese],
  [asFlow(ticketWorkflow), ticketInChinese],
  [asFlow(consignmentWorkflow), consignmentInChinese],
  [asFlow(shipmentWorkflow), shipmentInChinese],
];

const preface = `# 工作流 The workflow

由 \`npm run docs\` 从 \`server/workflow/\` 生成；请改那里，不要改这里。
状态只通过步骤改变；每一步的条件都写在下面，不满足时系统说明是什么、在哪里、为什么不行、下一步做什么。

Written by \`npm run docs\` from \`server/workflow/\`: change it there, not here.
A state changes only by a step. What a step depends on stands below; where it is not so, the refusal says what the
thing is, where it is, why not, and what to do next.`;

function whoMay(): string {
  const rows = permissions
    .filter((permission) => permission !== 'the system')
    .map((permission) => {
      const who = Object.entries(roleNames).filter(([role]) =>
        roles[role as keyof typeof roles].has(permission),
      );
      const names = (language: 'zh' | 'en', join: string) =>
        who.map(([, words]) => words[language]).join(join);
      return `| \`${permission}\` | ${names('zh', '、')} | ${names('en', ', ')} |`;
    });
  return ['## 权限 Who may', '', '| 权限 Permission | 角色 | Roles |', '| --- | --- | --- |', ...rows].join(
    '\n',
  );
}

/** docs/workflow.md as it should be. */
export const workflowDocument = (): string =>
  `${[preface, ...all.map(([flow, chinese]) => chapter(flow, chinese)), whoMay()].join('\n\n')}\n`;

const marker = '<!-- workflow -->';

/** The README with the picture of an item's life between its two markers. @throws when a marker is missing */
export function withRoadmap(readme: string): string {
  const parts = readme.split(marker);
  if (parts.length !== 3) throw new Error(`README.md needs the marker ${marker} twice.`);
  return [parts[0], `\n${roadmap(asFlow(itemWorkflow))}\n`, parts[2]].join(marker);
}
