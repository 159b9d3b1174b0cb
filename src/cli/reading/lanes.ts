/** Acts on each value, in order, several at a time. After one has thrown, no more are started. */
export async function inLanes<T>(values: readonly T[], lanes: number, act: (value: T, index: number) => Promise<void>): Promise<void> {
  const queue = [...values.entries()];
  const lane = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [index, value] = next;
      try {
        await act(value, index);
      } catch (error) {
        queue.length = 0;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(lanes, values.length) }, lane));
}
