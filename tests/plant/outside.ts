import Sqlite from 'better-sqlite3';
import pg from 'pg';

/** Which scans have their answer in the database, read past the product by the driver alone. */
export async function answersIn(url: string): Promise<ReadonlySet<string>> {
  const ask = 'select id from answers where answer is not null';
  return new Set((await rowsOf<{ id: string }>(url, ask)).map(({ id }) => id));
}

export async function rowsOf<Row>(url: string, ask: string): Promise<Row[]> {
  if (url.startsWith('file:')) {
    const db = new Sqlite(url.replace(/^file:/, ''));
    try {
      return db.prepare<[], Row>(ask).all();
    } finally {
      db.close();
    }
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(ask)).rows as Row[];
  } finally {
    await client.end();
  }
}
