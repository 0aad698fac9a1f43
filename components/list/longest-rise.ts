/** How many of `numbers`, left in their order, can be kept so that each is greater than the one before it. */
export function longestRise(numbers: readonly number[]): number {
  // at place n: the smallest number that a rise of n + 1 can end with so far
  const ends: number[] = []
  for (const number of numbers) {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] ?? number) < number) low = middle + 1
      else high = middle
    }
    ends[low] = number
  }
  return ends.length
}
