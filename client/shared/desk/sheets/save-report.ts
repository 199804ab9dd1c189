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
  const bytes = new Blob([`\uFEFF${text}\r\n`], { type: 'text/csv;charset=utf-8' });
  saveFile(name.endsWith('.csv') ? name : `${name}.csv`, bytes);
}

/** Gives a file to the person under a name. */
export function saveFile(name: string, bytes: Blob) {
  const address = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
