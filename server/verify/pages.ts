/** All rows of a query that is asked for those after an id, a page at a time. */
export async function* pages<R>(after: (id: string) => Promise<R[]>, idOf: (row: R) => string) {
  for (let last = ''; ; ) {
    const page = await after(last);
    const end = page.at(-1);
    if (!end) return;
    yield page;
    last = idOf(end);
  }
}
