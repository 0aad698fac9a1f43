import { test as base } from './fixtures'

/** A journey on a phone, in the same product as those on a desktop: a product of its own takes longer to start than to use. */
export const test = base.extend({
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
})
