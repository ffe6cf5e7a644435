/** Tops of items of these heights and, at the end, the whole height. */
export const topsOf = (heights: Iterable<number>): number[] => {
  const tops: number[] = [0]
  let sum = 0
  for (const height of heights) {
    sum += height
    tops.push(sum)
  }
  return tops
}

/** Index of the last top that is not below `y`; 0 above the first. */
export const indexAt = (tops: number[], y: number): number => {
  let low = 0
  let high = tops.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((tops[middle] ?? 0) <= y) low = middle
    else high = middle - 1
  }
  return low
}
