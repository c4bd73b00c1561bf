/**
 * Does the same with every item, `width` of them at a time. After an error nothing new is begun; it is thrown when what
 * was under way has ended.
 */
export async function inLanes<Item>(
  width: number,
  items: Iterable<Item>,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const queue = (function* () {
    yield* items;
  })();
  const lane = async (): Promise<void> => {
    // A loop that is left by an error closes the queue, and with it the other lanes.
    for (const item of queue) await work(item);
  };
  const lanes = await Promise.allSettled(Array.from({ length: width }, lane));
  for (const result of lanes) if (result.status === 'rejected') throw result.reason;
}
