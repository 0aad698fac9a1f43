import { logger } from '@/lib/logger'

/** A process that says more than anybody takes off it at once, and ends. */
for (let line = 0; line < 1000; line++) logger().warn({ text: 'x'.repeat(1000) }, 'a line')
process.exit(3)
