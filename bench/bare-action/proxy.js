export { proxy } from '../bare/proxy'

export const config = { matcher: ['/((?!api/|_next/static).*)'] }
