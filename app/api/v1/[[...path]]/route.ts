import { route } from '@/lib/api/router'

export { route as DELETE, route as GET, route as OPTIONS, route as PATCH, route as POST, route as PUT }
