export const verifySentences = {
  walked: (done: number) => `已核对 ${done} 件 items checked: ${done}`,
  faults: (n: number) => `有 ${n} 处不一致 ${n} things do not agree.\n`,
  clean: '账实一致 Everything agrees.\n',
} as const;
