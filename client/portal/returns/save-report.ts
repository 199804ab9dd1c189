type Cell = string | number;

/** What a spreadsheet would calculate is kept as text. */
const harmless = (cell: Cell) => {
  const text = String(cell);
  const neutral = /^[=+\-@\t\r]/.test(text) && typeof cell !== 'number' ? `'${text}` : text;
  return /[",\r\n]/.test(neutral) ? `"${neutral.replaceAll('"', '""')}"` : neutral;
};

/** Gives a table to the person as a CSV file that opens in a spreadsheet program with its Chinese intact. */
export function saveReport(name: string, head: readonly string[], rows: readonly (readonly Cell[])[]) {
  const text = [head, ...rows].map((row) => row.map(harmless).join(',')).join('\r\n');
  const address = URL.createObjectURL(new Blob([`\uFEFF${text}\r\n`], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name.endsWith('.csv') ? name : `${name}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
