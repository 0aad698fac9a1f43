// what the product does before a page, so that the bare page may run its scripts as the product's may
export { proxy } from '../../proxy'

export const config = { matcher: ['/((?!api/|_next/static).*)'] }
