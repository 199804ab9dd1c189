const wholeNumber = /^\d{1,12}$/;

/**
 * Whether the numbers of a column count its rows (1, 2, 3 …), only run on (100001, 100002 …), or neither: numbers of
 * articles do not follow each other row by row.
 */
export function countsRows(cells: readonly string[]): 'rows' | 'running' | undefined {
  const texts = cells
    .map((cell) =>
      cell
        .normalize('NFKC')
        .trim()
        .replace(/[.、]$/, ''),
    )
    .filter(Boolean);
  if (texts.length === 0 || !texts.every((text) => wholeNumber.test(text))) return undefined;
  const numbers = texts.map(Number);
  // An order of several rows may have one number.
  const isNext = (number: number, i: number) => i === 0 || number - (numbers[i - 1] ?? 0) === 1;
  const isNextOrSame = (number: number, i: number) => isNext(number, i) || number === numbers[i - 1];
  const [first = 0] = numbers;
  if (first <= 1 && numbers.every(isNextOrSame)) return 'rows';
  return numbers.length > 1 && numbers.every(isNext) ? 'running' : undefined;
}
