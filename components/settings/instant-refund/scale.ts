/** As many lines across the days as the eye takes in. */
const MOST_MARKS = 5

/** Where the lines are, from the lowest up, and how high the scale goes: whole cases in steps of 1, 2 or 5 times ten. */
export function scaleOf(highest: number): { top: number; marks: number[] } {
  let step = 1
  for (let power = 1; Math.ceil(highest / step) > MOST_MARKS; power *= 10)
    step = [power, 2 * power, 5 * power, 10 * power].find((one) => Math.ceil(highest / one) <= MOST_MARKS) ?? step
  const count = Math.max(1, Math.ceil(highest / step))
  return { top: count * step, marks: Array.from({ length: count }, (_, n) => (n + 1) * step) }
}
