import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { STUCK_AFTER_MS, WAIT_AT_MOST_MS } from '../patience.ts';

// biome-ignore lint/suspicious/noExplicitAny: bodies of replies, looked at by tests
export type Body = any;
export interface Answer {
  readonly status: number;
  readonly body: Body;
}
/** What was promised: who was told that which scan is done. */
export class Ledger {
  readonly acknowledged = new Set<string>();
  /** Answers that are neither a yes, nor a reasoned no, nor an honest "not certain". */
  readonly untruthful: string[] = [];
  retries = 0;
  uncertain = 0;
}
export interface Weather {
  /** Whether this answer gets lost on its way back. */
  lost(): boolean;
  /** How long to keep trying, in milliseconds. */
  readonly patience: number;
}
const calm: Weather = { lost: () => false, patience: STUCK_AFTER_MS };
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Somebody with a device: signs in, scans, and sends each scan again, unchanged, until its answer is certain. */
export class Handset {
  readonly name: string;
  readonly #address: string;
  readonly #ledger: Ledger;
  readonly #weather: Weather;
  readonly #account: { readonly email: string; readonly password: string };
  cookie = '';
  #id = '';
  #signingIn: Promise<void> | undefined;

  constructor(
    address: string,
    account: { name: string; email: string; password: string },
    ledger: Ledger,
    weather: Weather = calm,
  ) {
    this.name = account.name;
    this.#address = address;
    this.#account = account;
    this.#ledger = ledger;
    this.#weather = weather;
  }

  /** The same person in a house that was copied with its sessions. */
  at(address: string, ledger: Ledger, weather: Weather = calm): Handset {
    const same = new Handset(address, { name: this.name, ...this.#account }, ledger, weather);
    same.cookie = this.cookie;
    same.#id = this.#id;
    return same;
  }

  /** One person signs in once, however many of their scans wait for it. */
  signIn(): Promise<void> {
    this.#signingIn ??= this.#knock().finally(() => {
      this.#signingIn = undefined;
    });
    return this.#signingIn;
  }

  async #knock(): Promise<void> {
    const { email, password } = this.#account;
    for (let tries = 0; ; tries++) {
      const said = await this.#send('POST', '/api/auth/sign-in/email', { email, password }).catch(
        () => undefined,
      );
      if (said && isYes(said)) {
        this.cookie = said.cookie;
        this.#id = said.body.user.id;
        return;
      }
      if (tries > 200 || (said && said.status < 500))
        throw new Error(`${email} cannot sign in: ${said?.status} ${JSON.stringify(said?.body)}`);
      await sleep(200);
    }
  }

  /** One scan with its answer; `scanId` is made here, once, and kept over all tries. */
  async ask(endpoint: string, given?: object): Promise<Answer> {
    const [method = '', path = ''] = endpoint.split(' ');
    const body = given && { scanId: randomUUID(), ...given };
    const started = performance.now();
    for (let tries = 0; ; tries++) {
      const { cookie } = this;
      const said = await this.#send(method, path, body, this.#weather.lost()).catch(() => undefined);
      if (said?.status === 401) {
        // Another scan of theirs may have signed in while this one was on its way.
        if (this.cookie === cookie) await this.signIn();
        continue;
      }
      if (said && this.#certain(endpoint, said)) return this.#noted(said, body?.scanId);
      this.#ledger.retries++;
      if (performance.now() - started > this.#weather.patience)
        throw new Error(`No certain answer to ${endpoint}: ${JSON.stringify(said?.body)}`);
      await sleep(Math.min(20 * 2 ** tries, 500));
    }
  }

  #noted(said: Answer, scanId: string | undefined): Answer {
    if (isYes(said) && scanId) this.#ledger.acknowledged.add(`${this.#id} ${scanId}`);
    return said;
  }

  /** The same, where only a yes will do. */
  async must(endpoint: string, given?: object): Promise<Body> {
    const { status, body } = await this.ask(endpoint, given);
    if (!isYes({ status }))
      throw new Error(`${this.name} ${endpoint} ${JSON.stringify(given)}: ${JSON.stringify(body)}`);
    return body;
  }

  #certain(endpoint: string, { status, body }: Answer): boolean {
    if (status < 500) return true;
    this.#ledger.uncertain++;
    if (status !== 503 || body?.code !== 'keep_the_scan')
      this.#ledger.untruthful.push(`${endpoint}: ${status} ${JSON.stringify(body)}`.slice(0, 300));
    return false;
  }

  #send(method: string, path: string, body?: object, lost = false): Promise<Answer & { cookie: string }> {
    const { hostname, port } = new URL(this.#address);
    const text = body && JSON.stringify(body);
    const headers = {
      cookie: this.cookie,
      origin: this.#address,
      ...(text ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) } : {}),
    };
    return new Promise((resolve, reject) => {
      const asking = request(
        { hostname, port, method, path, headers, agent, timeout: WAIT_AT_MOST_MS },
        (res) => {
          const parts: Buffer[] = [];
          // The server did it and said so, and nobody heard.
          if (lost) {
            asking.destroy();
            return reject(new Error('The answer was lost.'));
          }
          res.on('error', reject).on('close', () => reject(new Error('The answer broke off.')));
          res.on('data', (part: Buffer) => parts.push(part));
          res.on('end', () => {
            const answer = Buffer.concat(parts).toString('utf8');
            const cookie = (res.headers['set-cookie'] ?? []).map((one) => one.split(';')[0]).join('; ');
            try {
              resolve({ status: res.statusCode ?? 0, body: answer ? JSON.parse(answer) : undefined, cookie });
            } catch {
              resolve({ status: res.statusCode ?? 0, body: answer, cookie });
            }
          });
        },
      );
      asking.on('timeout', () => asking.destroy(new Error('No answer.')));
      asking.on('error', reject);
      asking.end(text);
    });
  }
}

/** Done, or accepted and done in pieces from now on. */
const isYes = ({ status }: Pick<Answer, 'status'>) => status === 200 || status === 202;
