/** Four times the work takes four times the time; more than this is not noise, but work that grows faster. */
export const CLEARLY_MORE_THAN_LINEAR = 9;

/**
 * How many times as much processor time four times the work takes: 4 when it grows with its length, 16 when with its
 * square. Processor time, and the least of some tries, so that other work on the machine does not count.
 */
export async function growth(work: (times: number) => Promise<unknown>): Promise<number> {
  const once = async (times: number) => {
    const before = process.cpuUsage();
    await work(times);
    const { user, system } = process.cpuUsage(before);
    return user + system;
  };
  await once(1);
  const least = async (times: number) => Math.min(await once(times), await once(times), await once(times));
  return (await least(4)) / (await least(1));
}
